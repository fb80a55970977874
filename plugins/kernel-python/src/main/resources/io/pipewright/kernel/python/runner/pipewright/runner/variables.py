"""The keyword arguments of a block: the run's variables and what every block is told about itself."""

from pipewright.runner.logger import DictLogger


def keyword_arguments(request):
    """A new dict for one block run. What the engine itself says wins over a variable of the same name."""
    variables = {"env": "prod", "event": {}}
    variables.update(request["variables"])
    block = request["block"]
    variables.update(
        configuration=block.get("configuration") or {},
        context={},
        pipeline_uuid=request["pipeline_uuid"],
        block_uuid=block["uuid"],
        repo_path=request["project"],
        logger=DictLogger(),
        retry={"attempts": request["attempt"]},
    )
    return variables
