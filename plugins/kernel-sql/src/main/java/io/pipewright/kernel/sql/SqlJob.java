package io.pipewright.kernel.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a SQL block is asked to do.
///
/// @param statement rendered text; names upstreams by their tables
/// @param raw run the statements as they are, instead of writing their rows to the target's table
/// @param preprocess false: send the text untouched, give no output
/// @param limit rows of the output at most
/// @param views queries of raw upstreams in the same target database, each after those that it needs
/// @param upstreams in order of the inputs, though not every input is named by the statement
record SqlJob(
        String statement,
        SqlTarget target,
        boolean raw,
        boolean preprocess,
        long limit,
        List<View> views,
        List<Upstream> upstreams) {

    /// Where a block writes.
    ///
    /// @param database the file; absent: a database in memory that ends with the block
    record SqlTarget(Optional<Path> database, String schema, String table, WritePolicy policy) {}

    /// How the statement names an upstream block's data.
    ///
    /// @param table the name in the statement, one to three parts
    /// @param schema where a SQL block wrote its table, if that is the database in which this one works
    /// @param database the DuckDB file of that table
    record Upstream(String uuid, String table, Optional<String> schema, Optional<Path> database) {}

    /// An upstream that is shown as its query.
    ///
    /// @param name how the statement and later views call it
    record View(String uuid, String name, String query) {}

    private static final String DEFAULT_SCHEMA = "main";

    static SqlJob from(JsonNode sql) {
        return new SqlJob(
                sql.path("statement").asText(),
                new SqlTarget(
                        Json.text(sql, "database").map(Path::of),
                        Json.text(sql, "schema").orElse(DEFAULT_SCHEMA),
                        sql.path("table").asText(),
                        WritePolicy.of(Json.text(sql, "write_policy"))),
                sql.path("raw").asBoolean(false),
                sql.path("preprocess").asBoolean(true),
                sql.path("limit").asLong(Long.MAX_VALUE),
                views(sql.path("views")),
                upstreams(sql.path("upstreams")));
    }

    private static List<View> views(JsonNode nodes) {
        return nodes.valueStream()
                .map(
                        node ->
                                new View(
                                        node.path("uuid").asText(),
                                        node.path("table").asText(),
                                        node.path("query").asText()))
                .toList();
    }

    private static List<Upstream> upstreams(JsonNode nodes) {
        var upstreams = new ArrayList<Upstream>();
        for (JsonNode node : nodes) {
            upstreams.add(
                    new Upstream(
                            node.path("uuid").asText(),
                            node.path("table").asText(),
                            Json.text(node, "schema"),
                            Json.text(node, "database").map(Path::of)));
        }
        return upstreams;
    }
}
