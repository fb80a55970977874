package io.pipewright.engine.execution;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.SqlProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The upstreams of a SQL block as relations that its statement may name as `{{ df_1 }}`, `{{ df_2 }}` …
///
/// A SQL block that wrote a table into the same database is that table; any other upstream is shown to the statement by the worker.
final class SqlUpstreams {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{-?\\s*df_(\\d+)\\s*-?}}");

    private final SqlBlock sql;
    private final SqlProvider provider;
    private final List<Upstream> upstreams;

    /// @param table how the database keeps its name
    /// @param written where its own table is; null for one that is shown
    record Upstream(String name, BlockId block, String table, @Nullable SqlTarget written) {}

    SqlUpstreams(SqlBlock sql, SqlTarget target, SqlTargets targets) {
        this.sql = sql;
        this.provider = target.connection().provider();
        var found = new ArrayList<Upstream>();
        for (BlockId id : sql.block().upstream()) {
            String name = "df_" + (found.size() + 1);
            found.add(
                    sql.plan()
                            .block(id)
                            .map(planned -> upstream(name, planned.block(), target, targets))
                            .orElseGet(() -> new Upstream(name, id, name, null)));
        }
        this.upstreams = List.copyOf(found);
    }

    private Upstream upstream(String name, Block block, SqlTarget target, SqlTargets targets) {
        Optional<SqlTarget> own =
                SqlRequests.isRaw(block) ? Optional.empty() : targets.inSameDatabase(block, target);
        String table =
                tableName(block)
                        .orElseGet(
                                () ->
                                        own.map(SqlTarget::table)
                                                .orElse(targets.defaultTable(block)));
        return new Upstream(
                name, block.id(), SqlNames.keptParts(provider, table), own.orElse(null));
    }

    /// The block may say how it wants to call an upstream.
    private Optional<String> tableName(Block upstream) {
        Object all = sql.block().options().configuration().get("upstream_block_configuration");
        if (all instanceof Map<?, ?> map
                && map.get(upstream.id().value()) instanceof Map<?, ?> settings
                && settings.get("table_name") instanceof String text
                && !text.isBlank()) return Optional.of(text.strip());
        return Optional.empty();
    }

    /// The text with every `{{ df_N }}` of an upstream that exists replaced by its relation.
    String name(String text) {
        return REFERENCE.matcher(text).replaceAll(this::relation);
    }

    private String relation(MatchResult reference) {
        return Matcher.quoteReplacement(
                upstream(reference).map(this::relation).orElse(reference.group()));
    }

    private String relation(Upstream upstream) {
        SqlTarget written = upstream.written();
        String prefix = written == null ? "" : prefix(written.schema());
        return SqlNames.inStatement(provider, prefix + upstream.table());
    }

    private String prefix(String schema) {
        return provider != SqlProvider.POSTGRES && schema.equals("main") ? "" : schema + ".";
    }

    private Optional<Upstream> upstream(MatchResult reference) {
        int number = Integer.parseInt(reference.group(1));
        return number < 1 || number > upstreams.size()
                ? Optional.empty()
                : Optional.of(upstreams.get(number - 1));
    }

    /// Those that the worker has to know. DuckDB sees all where they are; into another database only those are brought that the
    /// text names.
    List<Upstream> needed() {
        if (provider == SqlProvider.DUCKDB) return upstreams;
        return REFERENCE
                .matcher(sql.source())
                .results()
                .flatMap(reference -> upstream(reference).stream())
                .distinct()
                .toList();
    }

    /// The `upstreams` of the protocol.
    List<Map<String, @Nullable Object>> json() {
        return needed().stream().map(SqlUpstreams::json).toList();
    }

    private static Map<String, @Nullable Object> json(Upstream upstream) {
        SqlTarget written = upstream.written();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", upstream.name());
        fields.put("uuid", upstream.block().value());
        fields.put("table", upstream.table());
        fields.put("schema", written == null ? null : written.schema());
        fields.put("database", written == null ? null : SqlRequests.file(written).orElse(null));
        return fields;
    }
}
