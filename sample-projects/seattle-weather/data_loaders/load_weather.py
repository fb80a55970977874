from pipewright import Table

if 'data_loader' not in globals():
    from mage_ai.data_preparation.decorators import data_loader
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@data_loader
def load(*args, **kwargs):
    return Table.read_csv('data/seattle-weather.csv')


@test
def has_every_column(weather):
    expected = ['date', 'precipitation', 'temp_max', 'temp_min', 'wind', 'weather']
    assert list(weather.columns) == expected, f'columns are {list(weather.columns)}'
