"""What blocks ask of other blocks' outputs and of a pipeline's variables."""

from mage_ai.data_preparation.pipeline_file import PipelineFile
from mage_ai.data_preparation.stored_outputs import read_output


def get_variable(pipeline_uuid, block_uuid, variable_name="output_0", partition=None, **_):
    """An output that a block stored; an empty dict if there is none.

    partition: `execution_partition` of a run; without it, what the notebook stored.
    """
    return read_output(pipeline_uuid, partition or "", block_uuid, variable_name or "output_0")


def get_global_variable(pipeline_uuid, key, repo_path=None, **_):
    """One of the variables in the pipeline's metadata.yaml; None if it is not there."""
    return get_global_variables(pipeline_uuid, repo_path=repo_path).get(key)


def get_global_variables(pipeline_uuid, repo_path=None, **_):
    """The variables in the pipeline's metadata.yaml, by name: the order in which Mage writes them."""
    variables = PipelineFile(pipeline_uuid, repo_path).variables()
    return {name: variables[name] for name in sorted(variables, key=str)}


def set_global_variable(pipeline_uuid, key, value, repo_path=None):
    """Writes a variable into the pipeline's metadata.yaml; later runs get it."""
    PipelineFile(pipeline_uuid, repo_path).set_variable(key, value)


def delete_global_variable(pipeline_uuid, key, repo_path=None):
    """Takes a variable out of the pipeline's metadata.yaml."""
    PipelineFile(pipeline_uuid, repo_path).delete_variable(key)
