import os

from pipewright import Table

if 'data_loader' not in globals():
    from mage_ai.data_preparation.decorators import data_loader
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@data_loader
def load_harvest(*args, **kwargs):
    """One row for each orchard and day of picking; some scales were not read."""
    return Table.read_csv(os.path.join(kwargs['repo_path'], 'data', 'harvest.csv'))


@test
def every_orchard_is_there(harvest, *args):
    assert len(harvest) == 36, 'three orchards on twelve days'
