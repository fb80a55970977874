package io.pipewright.engine;

import io.pipewright.engine.json.EngineJson;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.ProjectOnDisk;
import io.pipewright.engine.project.reading.ProjectReader;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.session.SocketSession;
import io.pipewright.engine.store.StateFolder;
import io.pipewright.engine.variable.VariableKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The project that the contract of sessions is tested on, and its engine. All its blocks are SQL.
final class SessionProject implements AutoCloseable {

    /// Its block `cells` gives one row with a cell of every kind, `many` a hundred rows.
    static final PipelineId TABLES = new PipelineId("tables");

    /// Its block `wrong` fails in line 2.
    static final PipelineId FAILING = new PipelineId("failing");

    /// Its block `long` runs until it is cancelled.
    static final PipelineId ENDLESS = new PipelineId("endless");

    static final PipelineId BROKEN = new PipelineId("broken");

    /// Its block `sales` cannot run here.
    static final PipelineId WAREHOUSE = new PipelineId("warehouse");

    static final String CELLS =
            """
            SELECT 1 AS whole, 9007199254740993::BIGINT AS large, 12.50::DECIMAL(9, 2) AS exact,
              0.1::DOUBLE AS real, 'NaN'::DOUBLE AS nan, NULL::INTEGER AS nothing, true AS yes,
              DATE '2024-01-05' AS date, TIMESTAMP '2024-01-05 06:07:08.123456' AS moment,
              [1, NULL] AS items, {'a': 1, 'b': 'x'} AS pair, 'größer' AS letters
            """;

    private static final String SETTINGS =
            """
            name: Tables of the day
            type: python
            tags: [one, two]
            variables:
              day: 2024-01-05
              moment: 2024-01-05 06:07:08.123456
              aware: 2024-01-05T06:07:08+02:00
              nothing:
              rate: 0.1
              missing: .nan
              large: 9007199254740993
              larger: 123456789012345678901234567890
              nested: {list: [1, two, {three: true}]}
            """;

    private final ProjectOnDisk disk;
    private final HostEnvironment environment;
    private final EngineHost host;

    private SessionProject(ProjectOnDisk disk, HostEnvironment environment) {
        this.disk = disk;
        this.environment = environment;
        this.host = EngineHost.tryOpen(disk.folder(), environment).orElseThrow();
    }

    /// @param parent empty
    static SessionProject in(Path parent) {
        ProjectOnDisk disk =
                ProjectOnDisk.in(parent)
                        .file("metadata.yaml", "variables_dir: ./\n")
                        .pipeline("tables", SETTINGS + blocks("cells", "many"))
                        .pipeline("failing", "type: python\n" + blocks("wrong"))
                        .pipeline("endless", "type: python\n" + blocks("long"))
                        .pipeline("broken", "type: python\nblocks: [\n")
                        .pipeline("flowing", "type: streaming\nblocks: []\n")
                        .pipeline(
                                "warehouse",
                                """
                                type: python
                                blocks:
                                - uuid: sales
                                  type: transformer
                                  language: sql
                                  configuration: {data_provider: snowflake}
                                """)
                        .file("transformers/sales.sql", "SELECT 1 AS a\n")
                        .file("transformers/cells.sql", CELLS)
                        .file(
                                "transformers/many.sql",
                                "SELECT i AS n, i % 2 AS odd FROM range(100) t(i) ORDER BY i\n")
                        .file("transformers/wrong.sql", "SELECT 1 AS a,\n  nope\n")
                        .file(
                                "transformers/long.sql",
                                "SELECT count(*) AS n FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7\n");
        return new SessionProject(disk, TestHost.in(parent.resolve("home")));
    }

    private static String blocks(String... uuids) {
        var text = new StringBuilder("blocks:\n");
        for (String uuid : uuids)
            text.append(
                    "- {uuid: %s, name: %s, type: transformer, language: sql}\n"
                            .formatted(uuid, uuid));
        return text.toString();
    }

    Path folder() {
        return disk.folder();
    }

    Path pipelineFile(PipelineId pipeline) {
        return folder().resolve("pipelines").resolve(pipeline.value()).resolve("metadata.yaml");
    }

    EngineHost host() {
        return host;
    }

    /// As it is on disk.
    Pipeline pipeline(PipelineId id) {
        return new ProjectReader(environment).read(folder()).pipeline(id).orElseThrow();
    }

    /// A new connection to its socket.
    ProjectSession connect() {
        Path state =
                StateFolder.in(
                                new ProjectReader(environment)
                                        .read(folder())
                                        .settings()
                                        .variablesFolder())
                        .path();
        try {
            return SocketSession.connect(
                    EngineAddressFile.read(state).orElseThrow(),
                    EngineJson.mapper(),
                    EngineThreads.virtual("session-reader"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The output of a block that no run has stored: one value, by hand.
    VariableKey storeValue(String json) {
        disk.file("pipelines/tables/.variables/by_hand/one/output_0/data.json", json);
        return new VariableKey(TABLES, "by_hand", new BlockId("one"), "output_0");
    }

    /// Runs a pipeline to its end. The folder is trusted.
    static RunId run(ProjectSession session, PipelineId pipeline) {
        BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
        try (var _ = session.subscribe(events::add)) {
            RunId run = session.start(RunRequest.of(pipeline));
            awaitEnd(events, run);
            return run;
        }
    }

    static void awaitEnd(BlockingQueue<EngineEvent> events, RunId run) {
        TestProject.await(
                events,
                event ->
                        event instanceof EngineEvent.RunChanged(var changed)
                                && changed.id().equals(run)
                                && changed.state().isFinal());
    }

    @Override
    public void close() {
        host.close();
    }
}
