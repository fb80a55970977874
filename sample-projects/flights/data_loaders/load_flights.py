from pipewright import Table

if 'data_loader' not in globals():
    from mage_ai.data_preparation.decorators import data_loader
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@data_loader
def load(*args, **kwargs):
    return Table.read_csv('data/flights.csv')


@test
def nobody_flies_to_where_they_are(flights):
    assert all(flight['origin'] != flight['destination'] for flight in Table.of(flights))
