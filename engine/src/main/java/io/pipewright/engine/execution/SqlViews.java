package io.pipewright.engine.execution;

import io.pipewright.engine.execution.SqlUpstreams.Upstream;
import io.pipewright.engine.project.SqlProvider;
import io.pipewright.engine.run.PlannedBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The queries of upstreams that run as raw SQL in the same database: the worker shows them as views, so that the database
/// computes everything at once. What DuckDB reads is stored where it can see it, so it needs none.
final class SqlViews {

    private final SqlTargets targets;
    private final UnaryOperator<String> render;
    private final List<Map<String, Object>> views = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /// @param render fills in a template
    SqlViews(SqlTargets targets, UnaryOperator<String> render) {
        this.targets = targets;
        this.render = render;
    }

    /// The `views` of the protocol: each after those that it needs.
    List<Map<String, Object>> of(SqlBlock sql, SqlTarget target) {
        if (target.connection().provider() != SqlProvider.DUCKDB)
            collect(new SqlUpstreams(sql, target, targets), sql, target);
        return List.copyOf(views);
    }

    private void collect(SqlUpstreams upstreams, SqlBlock sql, SqlTarget target) {
        for (Upstream upstream : upstreams.needed()) {
            Optional<SqlBlock> raw =
                    sql.plan().block(upstream.block()).flatMap(block -> raw(block, sql, target));
            if (raw.isPresent() && seen.add(upstream.block().value()))
                add(upstream, raw.get(), target);
        }
    }

    private Optional<SqlBlock> raw(PlannedBlock planned, SqlBlock sql, SqlTarget target) {
        boolean sameDatabase = targets.inSameDatabase(planned.block(), target).isPresent();
        if (!sameDatabase || !SqlRequests.isRaw(planned.block())) return Optional.empty();
        // What `block_output` gives there depends on that block's own inputs.
        return planned.source()
                .filter(source -> !source.contains("block_output"))
                .map(source -> new SqlBlock(sql.plan(), planned.block(), source));
    }

    private void add(Upstream upstream, SqlBlock raw, SqlTarget target) {
        var own = new SqlUpstreams(raw, target, targets);
        collect(own, raw, target);
        views.add(
                Map.of(
                        "uuid", upstream.block().value(),
                        "table", upstream.table(),
                        "query", render.apply(own.name(raw.source()))));
    }
}
