package io.pipewright.engine.template;

import io.pipewright.engine.template.Num.Bool;
import io.pipewright.engine.template.Sequence.TupleValue;
import io.pipewright.engine.template.Stmt.MacroCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A macro, or the body of a call block, with the names around it.
final class Macro extends HostObject {
    private final Renderer renderer;
    private final MacroCode code;
    private final Scope around;

    Macro(Renderer renderer, MacroCode code, Scope around) {
        this.renderer = renderer;
        this.code = code;
        this.around = around;
    }

    @Override
    Value call(Arguments given) {
        var meter = renderer.rendering().meter();
        meter.enter();
        var scope = around.inner();
        bind(given, scope);
        var text = renderer.captured(code.body(), scope);
        meter.leave();
        return text;
    }

    private void bind(Arguments given, Scope scope) {
        var named = new LinkedHashMap<>(given.named());
        var fixed = Math.min(given.positional().size(), code.parameters().size());
        for (var i = 0; i < fixed; i++) {
            var name = code.parameters().get(i).name();
            if (named.containsKey(name)) throw problem("got the argument '" + name + "' twice");
            scope.set(name, given.positional().get(i));
        }
        bindExtras(given.positional().subList(fixed, given.positional().size()), named, scope);
        for (var parameter : code.parameters().subList(fixed, code.parameters().size())) {
            var value = Optional.ofNullable(named.remove(parameter.name()));
            scope.set(parameter.name(), value.orElseGet(() -> otherwise(parameter, scope)));
        }
        if (takes("kwargs")) scope.set("kwargs", Dicts.of(named));
        else if (!named.isEmpty()) {
            throw problem("has no parameter '" + named.keySet().iterator().next() + "'");
        }
    }

    private void bindExtras(List<Value> rest, Map<String, Value> named, Scope scope) {
        if (takes("caller") && !isParameter("caller")) {
            var caller = Optional.ofNullable(named.remove("caller"));
            scope.set(
                    "caller",
                    caller.orElseGet(
                            () -> renderer.rendering().undefined("caller", "no caller defined")));
        }
        if (takes("varargs")) scope.set("varargs", new TupleValue(new ArrayList<>(rest)));
        else if (!rest.isEmpty()) {
            throw problem("takes not more than " + code.parameters().size() + " arguments");
        }
    }

    private Value otherwise(Expr.Parameter parameter, Scope scope) {
        return parameter
                .otherwise()
                .map(expr -> renderer.evaluator().value(expr, scope))
                .orElseGet(
                        () ->
                                renderer.rendering()
                                        .undefined(
                                                parameter.name(),
                                                "parameter '"
                                                        + parameter.name()
                                                        + "' was not provided"));
    }

    private boolean takes(String extra) {
        return code.extras().contains(extra);
    }

    private boolean isParameter(String name) {
        return code.parameters().stream().anyMatch(p -> p.name().equals(name));
    }

    private TemplateException problem(String problem) {
        return TemplateException.of("macro '" + code.name() + "' " + problem);
    }

    @Override
    Optional<Value> attribute(String name) {
        return switch (name) {
            case "name" -> Optional.of(Text.of(code.name()));
            case "arguments" -> Optional.of(new TupleValue(parameterNames()));
            case "catch_varargs" -> Optional.of(Bool.of(takes("varargs")));
            case "catch_kwargs" -> Optional.of(Bool.of(takes("kwargs")));
            case "caller" -> Optional.of(Bool.of(takes("caller")));
            default -> Optional.empty();
        };
    }

    private List<Value> parameterNames() {
        var names = new ArrayList<Value>();
        code.parameters().forEach(p -> names.add(Text.of(p.name())));
        return names;
    }

    @Override
    boolean isCallable() {
        return true;
    }

    @Override
    String printed() {
        return "<Macro '" + code.name() + "'>";
    }

    @Override
    public String typeName() {
        return "Macro";
    }
}
