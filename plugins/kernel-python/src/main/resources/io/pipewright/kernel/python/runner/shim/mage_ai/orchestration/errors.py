"""What blocks cannot ask of the engine yet."""


class NotRunnableError(NotImplementedError):
    """Something that this version of Pipewright does not carry out; the message says what to do instead."""
