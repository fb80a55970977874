"""Starting another pipeline from a block."""

from mage_ai.orchestration.errors import NotRunnableError


def trigger_pipeline(pipeline_uuid, *_, **__):
    """Always raises: a block cannot start another pipeline yet."""
    raise NotRunnableError(
        'Cannot start the pipeline "%s" from a block: this version of Pipewright runs no pipeline from within another. '
        "Run it after this one, in the window or with: pipewright run <project> %s" % (pipeline_uuid, pipeline_uuid)
    )
