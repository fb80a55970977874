package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.template.Expression;
import io.pipewright.engine.template.TemplateFunction;
import io.pipewright.engine.template.TemplateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions that the text of a SQL block may call: `block_output`, `variables`, and those of every template.
public final class SqlFunctions {

    private final Map<String, TemplateFunction> everywhere;
    private final StoredValues stored;

    /// @param everywhere `env_var`, `json_value`, `mage_secret_var`
    public SqlFunctions(Map<String, TemplateFunction> everywhere, StoredValues stored) {
        this.everywhere = everywhere;
        this.stored = stored;
    }

    Map<String, TemplateFunction> with(List<Input> inputs, Map<String, Object> variables) {
        var functions = new HashMap<>(everywhere);
        functions.put(
                "block_output",
                (List<@Nullable Object> positional, Map<String, @Nullable Object> named) ->
                        blockOutput(inputs, variables, positional, named));
        functions.put(
                "variables",
                (List<@Nullable Object> positional, Map<String, @Nullable Object> named) ->
                        variable(variables, positional, named));
        return functions;
    }

    private @Nullable Object blockOutput(
            List<Input> inputs,
            Map<String, Object> variables,
            List<@Nullable Object> positional,
            Map<String, @Nullable Object> named) {
        Object block = argument(positional, 0, named, "uuid");
        Object parse = argument(positional, 1, named, "parse");
        Object data = block == null ? all(inputs) : one(inputs, block.toString());
        return apply(parse, data, variables);
    }

    private List<@Nullable Object> all(List<Input> inputs) {
        var values = new ArrayList<@Nullable Object>();
        inputs.forEach(input -> values.add(stored.value(input)));
        return values;
    }

    /// None for a block that is no upstream, as the project format has it.
    private @Nullable Object one(List<Input> inputs, String block) {
        return inputs.stream()
                .filter(input -> input.block().value().equals(block))
                .findFirst()
                .map(stored::value)
                .orElse(null);
    }

    private static @Nullable Object variable(
            Map<String, Object> variables,
            List<@Nullable Object> positional,
            Map<String, @Nullable Object> named) {
        Object name = argument(positional, 0, named, "variable_name");
        Object parse = argument(positional, 1, named, "parse");
        return apply(parse, name == null ? null : variables.get(name.toString()), variables);
    }

    private static @Nullable Object apply(
            @Nullable Object parse, @Nullable Object data, Map<String, Object> variables) {
        if (parse == null) return data;
        Object function = parse instanceof String text ? lambda(text) : parse;
        if (!(function instanceof TemplateFunction callable)) return data;
        return parse instanceof String
                ? callable.call(listOf(data), Map.of())
                : callable.call(listOf(data, variables), Map.of());
    }

    private static @Nullable Object lambda(String text) {
        return Expression.parse(text).evaluate(Map.of(), TemplateOptions.strict());
    }

    private static List<@Nullable Object> listOf(@Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>();
        for (Object value : values) list.add(value);
        return list;
    }

    private static @Nullable Object argument(
            List<@Nullable Object> positional,
            int index,
            Map<String, @Nullable Object> named,
            String name) {
        return index < positional.size() ? positional.get(index) : named.get(name);
    }
}
