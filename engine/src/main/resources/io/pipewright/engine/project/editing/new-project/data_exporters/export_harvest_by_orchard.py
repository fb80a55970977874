import os

from pipewright import Table

if 'data_exporter' not in globals():
    from mage_ai.data_preparation.decorators import data_exporter


@data_exporter
def export_harvest_by_orchard(harvest, *args, **kwargs):
    """Writes exports/harvest_by_orchard.csv, best orchard first."""
    by_orchard = Table.of(harvest).sql("""
        SELECT orchard, variety, sum(kilograms) AS kilograms, count(*) AS days
        FROM this
        GROUP BY orchard, variety
        ORDER BY kilograms DESC
    """)
    folder = os.path.join(kwargs['repo_path'], 'exports')
    os.makedirs(folder, exist_ok=True)
    by_orchard.to_csv(os.path.join(folder, 'harvest_by_orchard.csv'))
    print(by_orchard)
