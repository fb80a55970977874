package io.pipewright.engine.execution;

import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BlockLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The upstreams of a SQL block as relations that its statement may name as `{{ df_1 }}`, `{{ df_2 }}` …
///
/// A SQL block that wrote a table into the same database is that table; any other upstream is a view over its stored output.
final class SqlUpstreams {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{-?\\s*df_(\\d+)\\s*-?}}");

    private final List<Upstream> upstreams;

    /// @param table how the statement names it
    /// @param written where its own table is; null for a view
    private record Upstream(
            String name, BlockId block, String table, @Nullable SqlTarget written) {}

    SqlUpstreams(SqlBlock sql, SqlTarget target, ConnectionProfiles profiles) {
        var found = new ArrayList<Upstream>();
        for (BlockId id : sql.block().upstream()) {
            String name = "df_" + (found.size() + 1);
            found.add(
                    sql.plan()
                            .block(id)
                            .map(planned -> upstream(name, planned.block(), sql, target, profiles))
                            .orElseGet(() -> new Upstream(name, id, name, null)));
        }
        this.upstreams = List.copyOf(found);
    }

    private static Upstream upstream(
            String name, Block block, SqlBlock sql, SqlTarget target, ConnectionProfiles profiles) {
        SqlTarget own = SqlTarget.of(block, sql.plan().pipeline(), profiles);
        boolean isTable =
                block.kind().language() == BlockLanguage.SQL
                        && !SqlRequests.isRaw(block)
                        && own.database().equals(target.database());
        String table =
                tableName(
                        sql.block(),
                        block,
                        isTable
                                ? own.table()
                                : SqlTarget.defaultTable(sql.plan().pipeline(), block));
        return new Upstream(name, block.id(), table, isTable ? own : null);
    }

    /// The block may say how it wants to call an upstream.
    private static String tableName(Block block, Block upstream, String otherwise) {
        Object all = block.options().configuration().get("upstream_block_configuration");
        if (all instanceof Map<?, ?> map
                && map.get(upstream.id().value()) instanceof Map<?, ?> settings) {
            Object wanted = settings.get("table_name");
            if (wanted instanceof String text && !text.isBlank()) return text.strip();
        }
        return otherwise;
    }

    /// The text with every `{{ df_N }}` of an upstream that exists replaced by its relation.
    String name(String text) {
        return REFERENCE.matcher(text).replaceAll(this::relation);
    }

    private String relation(MatchResult reference) {
        int number = Integer.parseInt(reference.group(1));
        if (number < 1 || number > upstreams.size())
            return Matcher.quoteReplacement(reference.group());
        Upstream upstream = upstreams.get(number - 1);
        SqlTarget written = upstream.written();
        String prefix =
                written == null || written.schema().equals("main") ? "" : written.schema() + ".";
        return Matcher.quoteReplacement(prefix + upstream.table());
    }

    /// The `upstreams` of the protocol.
    List<Map<String, @Nullable Object>> json() {
        return upstreams.stream().map(SqlUpstreams::json).toList();
    }

    private static Map<String, @Nullable Object> json(Upstream upstream) {
        SqlTarget written = upstream.written();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", upstream.name());
        fields.put("uuid", upstream.block().value());
        fields.put("table", upstream.table());
        fields.put("schema", written == null ? null : written.schema());
        fields.put("database", written == null ? null : written.database().toString());
        return fields;
    }
}
