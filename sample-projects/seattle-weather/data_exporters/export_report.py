from pathlib import Path

from pipewright import Table

if 'data_exporter' not in globals():
    from mage_ai.data_preparation.decorators import data_exporter


@data_exporter
def export(months, extremes, *args, **kwargs):
    folder = Path('output')
    folder.mkdir(exist_ok=True)
    Table.of(months).to_csv(folder / 'months.csv')
    Table.of(months).to_parquet(folder / 'months.parquet')
    Table.of(extremes).to_csv(folder / 'extreme_days.csv')
    print(f'Wrote {len(months)} months and {len(extremes)} extreme days to {folder}/')
