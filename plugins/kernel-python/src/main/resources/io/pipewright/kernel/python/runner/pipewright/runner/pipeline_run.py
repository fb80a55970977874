"""The run that a block belongs to, as callbacks and conditionals find it in `pipeline_run`."""


class PipelineRun:
    """What is known of a run while it goes on."""

    def __init__(self, variables, pipeline_uuid):
        self.id = variables.get("pipeline_run_id")
        self.pipeline_uuid = pipeline_uuid
        self.execution_date = variables.get("execution_date")
        self.execution_partition = variables.get("execution_partition")
        self.pipeline_schedule_name = variables.get("trigger_name")
        self.variables = dict(variables)
        self.status = "running"

    def __repr__(self):
        return "PipelineRun(id=%s, pipeline_uuid=%s)" % (self.id, self.pipeline_uuid)
