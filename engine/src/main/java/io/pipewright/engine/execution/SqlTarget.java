package io.pipewright.engine.execution;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.PipelineId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Where a SQL block's table lives.
///
/// @param schema the database's usual one unless the block or its profile names one
/// @param table the block's table
record SqlTarget(SqlConnection connection, String schema, String table) {

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
