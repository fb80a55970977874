package io.pipewright.app.fake;

import static io.pipewright.app.fake.FakeBlocks.block;
import static io.pipewright.app.fake.FakeBlocks.chart;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.BlockOutcome;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.run.OutputInfo.FileSeal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The sample `seattle-weather` by heart: blocks, sources, and what each block stores, prints and takes.
final class SeattleWeather {

    /// What a block does when it runs.
    record Script(Duration takes, List<String> prints, BlockOutcome outcome) {}

    static final PipelineId ID = new PipelineId("daily_weather");

    static final Pipeline PIPELINE =
            FakeBlocks.pipeline(
                    ID.value(),
                    List.of(
                            block("load_weather", "data_loader", "python"),
                            block("clean_weather", "transformer", "python", "load_weather"),
                            block("monthly_summary", "transformer", "sql", "clean_weather"),
                            block("flag_extremes", "transformer", "javascript", "clean_weather"),
                            block(
                                    "export_report",
                                    "data_exporter",
                                    "python",
                                    "monthly_summary",
                                    "flag_extremes")),
                    List.of(
                            chart(
                                    "Rain per month",
                                    Map.of(
                                            "chart_type",
                                            "bar chart",
                                            "group_by",
                                            List.of("month"),
                                            "metrics",
                                            List.of(
                                                    Map.of(
                                                            "column",
                                                            "rain",
                                                            "aggregation",
                                                            "sum"))),
                                    "clean_weather"),
                            chart(
                                    "Temperature by month",
                                    Map.of(
                                            "chart_type",
                                            "time series line chart",
                                            "group_by",
                                            List.of("day"),
                                            "time_interval",
                                            "month",
                                            "metrics",
                                            List.of(
                                                    Map.of(
                                                            "column",
                                                            "temp_max",
                                                            "aggregation",
                                                            "average"),
                                                    Map.of(
                                                            "column",
                                                            "temp_min",
                                                            "aggregation",
                                                            "average"))),
                                    "clean_weather")));

    static final Map<BlockId, String> SOURCES =
            Map.of(
                    new BlockId("load_weather"),
                    """
            from pipewright import Table

            @data_loader
            def load(*args, **kwargs):
                return Table.read_csv('data/seattle-weather.csv')
            """,
                    new BlockId("clean_weather"),
                    """
            @transformer
            def clean(weather, *args, **kwargs):
                # weather ← load_weather
                return weather.sql(\"""
                    SELECT * REPLACE (coalesce(wind, median(wind) OVER ()) AS wind)
                    FROM this\""")

            @test
            def every_day_is_there(weather):
                assert len(weather) == 1461
            """,
                    new BlockId("monthly_summary"),
                    """
            SELECT date_trunc('month', date) AS month,
                   sum(precipitation) AS rain, avg(temp_max) AS temp
            FROM {{ df_1 }}
            GROUP BY ALL
            ORDER BY month
            """,
                    new BlockId("flag_extremes"),
                    """
            import { Table } from 'pipewright';

            // Days that are far from what Seattle is used to.
            export default function flagExtremes(weather) {
              return Table.fromRows(weather.rows().filter(day => day.temp_max >= 33));
            }
            """,
                    new BlockId("export_report"),
                    """
            @data_exporter
            def export(months, extremes, *args, **kwargs):
                months.to_csv('output/months.csv')
                print(f'Wrote {len(months)} months')
            """);

    private static final List<ColumnInfo> DAYS =
            List.of(
                    new ColumnInfo("date", "DATE"),
                    new ColumnInfo("precipitation", "DOUBLE"),
                    new ColumnInfo("temp_max", "DOUBLE"),
                    new ColumnInfo("temp_min", "DOUBLE"),
                    new ColumnInfo("wind", "DOUBLE"),
                    new ColumnInfo("weather", "VARCHAR"));

    static final Map<BlockId, Script> SCRIPTS =
            Map.of(
                    new BlockId("load_weather"),
                    new Script(
                            Duration.ofMillis(210),
                            List.of("reading data/seattle-weather.csv"),
                            table(1461, DAYS, 1, 0)),
                    new BlockId("clean_weather"),
                    new Script(
                            Duration.ofMillis(400),
                            List.of(
                                    "dropping 0 duplicates",
                                    "12 rows without wind speed",
                                    "2/2 tests passed"),
                            table(1461, DAYS, 2, 0)),
                    new BlockId("monthly_summary"),
                    new Script(
                            Duration.ofMillis(290),
                            List.of(),
                            table(
                                    48,
                                    List.of(
                                            new ColumnInfo("month", "DATE"),
                                            new ColumnInfo("rain", "DOUBLE"),
                                            new ColumnInfo("temp", "DOUBLE")),
                                    0,
                                    0)),
                    new BlockId("flag_extremes"),
                    new Script(
                            Duration.ofMillis(120),
                            List.of("38 extreme days"),
                            table(38, DAYS, 0, 0)),
                    new BlockId("export_report"),
                    new Script(
                            Duration.ofMillis(80), List.of("Wrote 48 months"), BlockOutcome.NONE));

    private SeattleWeather() {}

    private static BlockOutcome table(long rows, List<ColumnInfo> columns, int passed, int failed) {
        var output =
                new OutputInfo(
                        "output_0",
                        "dataframe",
                        Path.of("/variables"),
                        OptionalLong.of(rows),
                        columns,
                        new FileSeal("data.parquet", rows * 40, 0));
        return new BlockOutcome(List.of(output), passed, failed);
    }
}
