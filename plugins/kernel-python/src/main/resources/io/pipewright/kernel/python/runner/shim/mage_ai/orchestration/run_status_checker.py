"""Asking how another pipeline's run ended."""

from mage_ai.orchestration.errors import NotRunnableError


def check_status(pipeline_uuid, *_, **__):
    """Always raises: a block cannot see the runs of other pipelines yet."""
    raise NotRunnableError(
        'Cannot look up the runs of the pipeline "%s": this version of Pipewright does not show blocks the runs of other '
        "pipelines. Wait for something that the other pipeline leaves behind instead, such as a file or a row."
        % pipeline_uuid
    )
