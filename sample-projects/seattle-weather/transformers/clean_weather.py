from pipewright import Table

if 'transformer' not in globals():
    from mage_ai.data_preparation.decorators import transformer
if 'test' not in globals():
    from mage_ai.data_preparation.decorators import test


@transformer
def clean(weather, *args, **kwargs):
    # The table of load_weather; Table.of also takes a pandas DataFrame.
    days = Table.of(weather).sql(f"""
        SELECT date AS measured_on, precipitation AS rain, temp_max, temp_min, wind,
               CASE WHEN weather = 'drizzle' THEN 'rain' ELSE weather END AS sky
        FROM this
        WHERE year(date) >= {int(kwargs['first_year'])}
        ORDER BY measured_on
    """)
    print(f"{len(days)} days from {kwargs['first_year']} on")
    return days


@test
def no_day_is_missing_or_there_twice(weather):
    days = [row['measured_on'] for row in Table.of(weather)]
    steps = {(later - earlier).days for earlier, later in zip(days, days[1:])}
    assert steps == {1}, f'days between two rows: {steps}'


@test
def nights_are_colder_than_days(weather):
    assert all(row['temp_min'] <= row['temp_max'] for row in Table.of(weather))
