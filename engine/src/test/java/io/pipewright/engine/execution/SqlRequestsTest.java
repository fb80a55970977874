package io.pipewright.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.engine.kernel.Secret;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.BlockOptions;
import io.pipewright.engine.project.BlockSource;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.RetryConfig;
import io.pipewright.engine.project.reading.ConnectionProfileReader;
import io.pipewright.engine.run.PipelineSnapshot;
import io.pipewright.engine.run.RunPlan;
import io.pipewright.engine.run.RunPlanner;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRequestsTest {

    private static final Path PROJECT = Path.of("/project");
    private static final Path STATE = Path.of("/state/.pipewright");
    private static final Map<String, Object> POSTGRES = Map.of("data_provider", "postgres");
    private static final Map<String, Object> RAW =
            Map.of("data_provider", "postgres", "use_raw_sql", true);

    private final Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
    private Supplier<Map<String, Map<String, Object>>> read = () -> profiles;
    private final Map<BlockId, String> sources = new LinkedHashMap<>();

    @Test
    void readsAProfileInTheFlatLayout() {
        profiles.put(
                "default",
                Map.of(
                        "POSTGRES_DBNAME", "shop",
                        "POSTGRES_HOST", "db.example.org",
                        "POSTGRES_PORT", "6543",
                        "POSTGRES_USER", "etl",
                        "POSTGRES_PASSWORD", "hidden",
                        "POSTGRES_SCHEMA", "Stage",
                        "POSTGRES_CONNECTION_METHOD", "direct"));

        var request = request(sql("clean", "select 1", POSTGRES));

        assertEquals(connection(), request.get("connection"));
        assertEquals(null, request.get("database"));
        assertEquals("stage", request.get("schema"));
        assertEquals("daily_clean_v1", request.get("table"));
    }

    @Test
    void readsAProfileInTheNestedLayout() {
        profiles.put(
                "prod",
                Map.of(
                        "PostgreSQL",
                        Map.of(
                                "database", "shop",
                                "host", "db.example.org",
                                "port", 6543,
                                "user", "etl",
                                "password", "hidden")));

        var request =
                request(
                        sql(
                                "clean",
                                "select 1",
                                Map.of(
                                        "data_provider",
                                        "postgres",
                                        "data_provider_profile",
                                        "{{ target }}")));

        assertEquals(connection(), request.get("connection"));
        assertEquals("public", request.get("schema"));
    }

    @Test
    void printsNoPassword() {
        usualProfile();

        assertFalse(request(sql("clean", "select 1", POSTGRES)).toString().contains("hidden"));
    }

    @Test
    void saysWhichProfileIsMissing() {
        assertEquals(
                "io_config.yaml in the project's folder has no profile \"default\". Add it, or choose another one for the block.",
                refusal(sql("clean", "select 1", POSTGRES)));
    }

    @Test
    void saysWhyTheFileOfProfilesCannotBeRead(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("io_config.yaml"), "default:\n  - [\n");
        read =
                () ->
                        ConnectionProfileReader.read(
                                project,
                                new HostEnvironment(
                                        Map.of(), project, HostEnvironment.OperatingSystem.LINUX));

        assertTrue(
                refusal(sql("clean", "select 1", POSTGRES))
                        .startsWith("io_config.yaml cannot be used: "));
    }

    @Test
    void saysWhatAProfileDoesNotSay() {
        profiles.put("default", Map.of("POSTGRES_HOST", "db.example.org"));

        assertEquals(
                "The profile \"default\" of io_config.yaml cannot be used: it does not say POSTGRES_DBNAME, POSTGRES_USER."
                        + " Write it there, or choose another profile for the block.",
                refusal(sql("clean", "select 1", POSTGRES)));
    }

    @Test
    void refusesTunnels() {
        usualProfile("POSTGRES_CONNECTION_METHOD", "ssh_tunnel");

        assertEquals(
                "The profile \"default\" of io_config.yaml cannot be used: POSTGRES_CONNECTION_METHOD is \"ssh_tunnel\", and only"
                        + " direct connections are made here. Open the tunnel yourself (ssh -L) and name its end as host and port.",
                refusal(sql("clean", "select 1", POSTGRES)));
    }

    @Test
    void namesTheTableOfASqlUpstreamInTheSameDatabase() {
        usualProfile();

        var request =
                request(
                        sql("load", "select 1", with(POSTGRES, "data_provider_schema", "Stage")),
                        sql("clean", "select * from {{ df_1 }}", POSTGRES, "load"));

        assertEquals("select * from \"stage\".\"daily_load_v1\"", request.get("statement"));
        assertEquals(
                "[{name=df_1, uuid=load, table=daily_load_v1, schema=stage, database=null}]",
                String.valueOf(request.get("upstreams")));
    }

    @Test
    void bringsAnUpstreamOfAnotherDatabaseOnlyIfTheTextNamesIt() {
        usualProfile();

        var request =
                request(
                        sql("duck", "select 1", Map.of()),
                        Runs.block("py"),
                        sql(
                                "clean",
                                "select * from {{ df_2 }} a, {{ df_2 }} b",
                                POSTGRES,
                                "duck",
                                "py"));

        assertEquals(
                "select * from \"daily_py_v1\" a, \"daily_py_v1\" b", request.get("statement"));
        assertEquals(
                "[{name=df_2, uuid=py, table=daily_py_v1, schema=null, database=null}]",
                String.valueOf(request.get("upstreams")));
    }

    @Test
    void callsAnUpstreamAsTheBlockWants() {
        usualProfile();
        var names = Map.of("py", Map.of("table_name", "Raw.Orders"));

        var request =
                request(
                        Runs.block("py"),
                        sql(
                                "clean",
                                "select * from {{ df_1 }}",
                                with(POSTGRES, "upstream_block_configuration", names),
                                "py"));

        assertEquals("select * from \"raw\".\"orders\"", request.get("statement"));
    }

    @Test
    void givesTheQueriesOfRawUpstreamsInTheOrderInWhichTheyBuildOnEachOther() {
        usualProfile();

        var request =
                request(
                        Runs.block("py"),
                        sql(
                                "first",
                                "select * from {{ df_1 }} where city = '{{ city }}'",
                                RAW,
                                "py"),
                        sql("second", "select * from {{ df_1 }}", RAW, "first"),
                        sql("clean", "select * from {{ df_1 }}", POSTGRES, "second"));

        assertEquals(
                List.of(
                        Map.of(
                                "uuid", "first",
                                "table", "daily_first_v1",
                                "query", "select * from \"daily_py_v1\" where city = 'Seattle'"),
                        Map.of(
                                "uuid", "second",
                                "table", "daily_second_v1",
                                "query", "select * from \"daily_first_v1\"")),
                request.get("views"));
    }

    @Test
    void takesTheStoredOutputOfARawUpstreamThatAsksForItsOwnInputs() {
        usualProfile();

        var request =
                request(
                        sql("first", "select {{ block_output('py') }}", RAW),
                        sql("clean", "select * from {{ df_1 }}", POSTGRES, "first"));

        assertEquals(List.of(), request.get("views"));
    }

    @Test
    void takesTheStoredOutputOfAnUpstreamWhoseProfileIsGone() {
        usualProfile();

        var request =
                request(
                        sql("first", "select 1", with(POSTGRES, "data_provider_profile", "gone")),
                        sql("clean", "select * from {{ df_1 }}", POSTGRES, "first"));

        assertEquals("select * from \"daily_first_v1\"", request.get("statement"));
        assertEquals(
                "[{name=df_1, uuid=first, table=daily_first_v1, schema=null, database=null}]",
                String.valueOf(request.get("upstreams")));
    }

    @Test
    void takesASqliteFileFromTheProfileOrTheBlock() {
        profiles.put("default", Map.of("SQLITE_DATABASE", "data/shop.sqlite"));
        Map<String, Object> sqlite = Map.of("data_provider", "sqlite");

        assertEquals(
                Map.of(
                        "provider",
                        "sqlite",
                        "database",
                        PROJECT.resolve("data/shop.sqlite").toString()),
                request(sql("clean", "select 1", sqlite)).get("connection"));
        assertEquals(
                Map.of(
                        "provider",
                        "sqlite",
                        "database",
                        PROJECT.resolve("other.sqlite").toString()),
                request(
                                sql(
                                        "clean",
                                        "select 1",
                                        with(sqlite, "data_provider_database", "other.sqlite")))
                        .get("connection"));
    }

    @Test
    void keepsSqliteAwayFromTheEnginesOwnFolder() {
        profiles.put("default", Map.of("SQLITE_DATABASE", STATE.resolve("runs.mv.db").toString()));

        assertEquals(
                "The profile \"default\" of io_config.yaml cannot be used: \"%s\" is in Pipewright's own folder."
                        .formatted(STATE.resolve("runs.mv.db")),
                refusal(sql("clean", "select 1", Map.of("data_provider", "sqlite"))));
    }

    private void usualProfile(String... more) {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("POSTGRES_DBNAME", "shop");
        profile.put("POSTGRES_HOST", "db.example.org");
        profile.put("POSTGRES_USER", "etl");
        profile.put("POSTGRES_PASSWORD", "hidden");
        for (int i = 0; i < more.length; i += 2) profile.put(more[i], more[i + 1]);
        profiles.put("default", profile);
    }

    private static Map<String, Object> connection() {
        return Map.of(
                "provider", "postgres",
                "host", "db.example.org",
                "port", 6543,
                "database", "shop",
                "user", "etl",
                "password", new Secret("hidden"),
                "connect_timeout", 10);
    }

    private static Map<String, Object> with(
            Map<String, Object> settings, String key, Object value) {
        var all = new LinkedHashMap<>(settings);
        all.put(key, value);
        return all;
    }

    private Block sql(
            String id, String text, Map<String, Object> configuration, String... upstream) {
        sources.put(new BlockId(id), text);
        return new Block(
                new BlockId(id),
                id,
                BlockKind.of("transformer", "sql"),
                Arrays.stream(upstream).map(BlockId::new).toList(),
                new BlockSource(Optional.empty(), Optional.empty(), Optional.empty()),
                new BlockOptions(configuration, Optional.empty(), Optional.empty(), Map.of()));
    }

    private String refusal(Block block) {
        return String.valueOf(
                assertThrows(BlockNotRunnableException.class, () -> request(block)).getMessage());
    }

    /// The request of the last block.
    private Map<String, Object> request(Block... blocks) {
        Block last = blocks[blocks.length - 1];
        var snapshot = new PipelineSnapshot(Runs.pipeline("daily", blocks), "", sources);
        RunPlan plan =
                new RunPlanner(RetryConfig.NONE)
                        .plan(snapshot, RunRequest.of(snapshot.pipeline().id()));
        var requests =
                new SqlRequests(
                        new ConnectionProfiles(PROJECT, STATE.resolve("none.duckdb"), read),
                        new SqlFunctions(Map.of(), _ -> ""));
        var sql = new SqlBlock(plan, last, sources.getOrDefault(last.id(), ""));
        return requests.of(sql, List.of(), Map.of("city", "Seattle", "target", "prod"), _ -> {});
    }
}
