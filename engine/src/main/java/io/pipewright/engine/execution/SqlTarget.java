package io.pipewright.engine.execution;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.PipelineId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Where a SQL block's table lives.
///
/// @param database the DuckDB file, absolute
/// @param schema `main` unless the block or its profile names one
/// @param table the block's table
record SqlTarget(Path database, String schema, String table) {

    static SqlTarget of(Block block, PipelineId pipeline, ConnectionProfiles profiles) {
        Map<String, Object> configuration = block.options().configuration();
        ConnectionProfiles.DuckDbProfile profile =
                profiles.duckDb(text(configuration, "data_provider_profile"));
        String database = text(configuration, "data_provider_database");
        String schema = text(configuration, "data_provider_schema");
        String table = text(configuration, "data_provider_table");
        return new SqlTarget(
                database.isEmpty() ? profile.database() : profiles.resolve(database),
                schema.isEmpty() ? profile.schema() : schema,
                table.isEmpty() ? defaultTable(pipeline, block) : table);
    }

    /// `<pipeline>_<block>_v1`, as the project format names the table of a block that names none.
    static String defaultTable(PipelineId pipeline, Block block) {
        return clean(pipeline.value()) + "_" + clean(block.id().value()) + "_v1";
    }

    private static String clean(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\W", "_");
    }

    static String text(Map<String, Object> configuration, String key) {
        return Objects.toString(configuration.get(key), "").strip();
    }
}
