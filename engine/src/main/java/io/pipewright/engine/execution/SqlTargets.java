package io.pipewright.engine.execution;

import io.pipewright.engine.execution.ConnectionProfiles.Place;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockLanguage;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.SqlProvider;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds out where the SQL blocks of a pipeline write.
final class SqlTargets {

    private final ConnectionProfiles profiles;
    private final PipelineId pipeline;
    private final UnaryOperator<String> render;

    /// @param render fills in a template; the name of a profile may be one
    SqlTargets(ConnectionProfiles profiles, PipelineId pipeline, UnaryOperator<String> render) {
        this.profiles = profiles;
        this.pipeline = pipeline;
        this.render = render;
    }

    /// @throws BlockNotRunnableException if the block's profile cannot be used
    SqlTarget of(Block block) {
        Map<String, Object> configuration = block.options().configuration();
        SqlProvider provider = SqlProvider.of(block).orElseThrow();
        String profile = render.apply(SqlTarget.text(configuration, "data_provider_profile"));
        String database = SqlTarget.text(configuration, "data_provider_database");
        Place place = profiles.place(provider, profile.strip(), database);
        String schema = SqlTarget.text(configuration, "data_provider_schema");
        String table = SqlTarget.text(configuration, "data_provider_table");
        return new SqlTarget(
                place.connection(),
                SqlNames.kept(provider, schema.isEmpty() ? place.schema() : schema),
                SqlNames.kept(provider, table.isEmpty() ? defaultTable(block) : table));
    }

    /// The target of a SQL block that works in the same database.
    Optional<SqlTarget> inSameDatabase(Block upstream, SqlTarget target) {
        boolean candidate =
                upstream.kind().language() == BlockLanguage.SQL
                        && SqlProvider.of(upstream).isPresent();
        if (!candidate) return Optional.empty();
        try {
            return Optional.of(of(upstream))
                    .filter(own -> own.connection().isSameAs(target.connection()));
        } catch (BlockNotRunnableException _) {
            // Its profile is gone since it ran; what it stored is there.
            return Optional.empty();
        }
    }

    String defaultTable(Block block) {
        return SqlTarget.defaultTable(pipeline, block);
    }
}
