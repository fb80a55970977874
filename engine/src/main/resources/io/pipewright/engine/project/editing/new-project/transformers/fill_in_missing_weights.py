from pipewright import Table

if 'transformer' not in globals():
    from mage_ai.data_preparation.decorators import transformer
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@transformer
def fill_in_missing_weights(harvest, *args, **kwargs):
    """A missing weight becomes the median of its orchard.

    `harvest` is a pandas DataFrame where pandas is installed, else a Table; Table.of takes both.
    """
    return Table.of(harvest).sql("""
        WITH known AS (
            SELECT * REPLACE (nullif(kilograms::DOUBLE, 'NaN') AS kilograms) FROM this
        )
        SELECT * REPLACE (coalesce(kilograms, median(kilograms) OVER (PARTITION BY orchard)) AS kilograms)
        FROM known
        ORDER BY picked_on, orchard
    """)


@test
def no_weight_is_missing(harvest, *args):
    missing = Table.of(harvest).sql('SELECT * FROM this WHERE kilograms IS NULL OR isnan(kilograms)')
    assert len(missing) == 0, '%d weights are missing' % len(missing)
