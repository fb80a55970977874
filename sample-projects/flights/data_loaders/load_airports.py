from pipewright import Table

if 'data_loader' not in globals():
    from mage_ai.data_preparation.decorators import data_loader
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@data_loader
def load(*args, **kwargs):
    return Table.read_csv('data/airports.csv').sql("""
        SELECT iata, name AS airport, city, state, latitude, longitude FROM this
    """)


@test
def codes_are_unique(airports):
    codes = [airport['iata'] for airport in Table.of(airports)]
    assert len(codes) == len(set(codes))
