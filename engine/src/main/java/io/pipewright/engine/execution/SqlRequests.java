package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.project.Block;
import io.pipewright.engine.project.SqlProvider;
import io.pipewright.engine.template.Template;
import io.pipewright.engine.template.TemplateOptions;
import io.pipewright.engine.template.UndefinedNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns a SQL block into the `sql` part of a run message: renders its text, names its upstreams' relations, and says where its
/// table goes. Thread: any.
public final class SqlRequests {

    private static final long MOST_ROWS = 10_000_000;

    private final ConnectionProfiles profiles;
    private final SqlFunctions functions;

    public SqlRequests(ConnectionProfiles profiles, SqlFunctions functions) {
        this.profiles = profiles;
        this.functions = functions;
    }

    /// @param inputs one per upstream, in order
    /// @param variables of the run
    /// @param warn told what is odd but runs, such as a name that renders to nothing
    Map<String, Object> of(
            SqlBlock sql,
            List<Input> inputs,
            Map<String, Object> variables,
            Consumer<String> warn) {
        var context = new HashMap<String, @Nullable Object>(variables);
        context.putAll(functions.with(inputs, variables));
        UnaryOperator<String> silently = text -> render(text, context, _ -> {});
        var targets = new SqlTargets(profiles, sql.plan().pipeline(), silently);
        SqlTarget target = targets.of(sql.block());
        var upstreams = new SqlUpstreams(sql, target, targets);
        var request = new LinkedHashMap<String, Object>();
        request.put("statement", render(upstreams.name(sql.source()), context, warn));
        target.connection().json().ifPresent(fields -> request.put("connection", fields));
        file(target).ifPresent(file -> request.put("database", file));
        request.put("schema", target.schema());
        request.put("table", target.table());
        putSettings(request, sql.block().options().configuration());
        request.put("views", new SqlViews(targets, silently).of(sql, target));
        request.put("upstreams", upstreams.json());
        return request;
    }

    private static void putSettings(
            Map<String, Object> request, Map<String, Object> configuration) {
        request.put("write_policy", writePolicy(configuration));
        request.put("raw", isSet(configuration, "use_raw_sql"));
        request.put("limit", limit(configuration));
        request.put("preprocess", !isSet(configuration, "disable_query_preprocessing"));
    }

    /// The DuckDB file of a target; empty for other databases.
    static Optional<String> file(SqlTarget target) {
        return target.connection()
                                instanceof
                                SqlConnection.DatabaseFile(SqlProvider provider, Path file)
                        && provider == SqlProvider.DUCKDB
                ? Optional.of(file.toString())
                : Optional.empty();
    }

    private static String render(
            String text, Map<String, @Nullable Object> context, Consumer<String> warn) {
        var undefined =
                UndefinedNames.lenient(
                        name ->
                                warn.accept(
                                        "line "
                                                + name.line()
                                                + ": \""
                                                + name.name()
                                                + "\" is undefined and renders to nothing"));
        return Template.parse(text)
                .render(context, TemplateOptions.lenient().withUndefinedNames(undefined));
    }

    static boolean isRaw(Block block) {
        return isSet(block.options().configuration(), "use_raw_sql");
    }

    private static boolean isSet(Map<String, Object> configuration, String key) {
        return Boolean.parseBoolean(SqlTarget.text(configuration, key));
    }

    private static String writePolicy(Map<String, Object> configuration) {
        String policy = SqlTarget.text(configuration, "export_write_policy");
        return policy.isEmpty() ? "append" : policy;
    }

    private static long limit(Map<String, Object> configuration) {
        String written = SqlTarget.text(configuration, "limit_in_pipeline_run");
        if (!written.matches("\\d{1,18}")) return MOST_ROWS;
        long limit = Long.parseLong(written);
        return limit == 0 ? MOST_ROWS : Math.min(limit, MOST_ROWS);
    }
}
