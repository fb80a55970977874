package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.Comprehension;
import io.pipewright.engine.template.Sequence.ListValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Evaluates `[x for y in z if c]` and its dict, set and generator forms.
record Comprehender(Evaluator evaluator, Comprehension comprehension) {
    Value value(Scope scope) {
        var elements = new ArrayList<Value>();
        var dict = DictValue.empty();
        walk(0, scope.inner(), elements, dict);
        return switch (comprehension.result()) {
            case LIST -> new ListValue(elements);
            case SET -> new SetValue(new LinkedHashSet<>(elements));
            case DICT -> dict;
            case GENERATOR -> new Stream(elements.iterator());
        };
    }

    private void walk(int clauseIndex, Scope scope, List<Value> elements, DictValue dict) {
        if (clauseIndex == comprehension.clauses().size()) {
            collect(scope, elements, dict);
            return;
        }
        var clause = comprehension.clauses().get(clauseIndex);
        var items = evaluator.rendering().iterate(evaluator.value(clause.items(), scope));
        while (items.hasNext()) {
            var inner = scope.inner();
            new Assignment(evaluator.rendering()).assign(clause.target(), items.next(), inner);
            if (clause.conditions().stream().allMatch(c -> evaluator.holds(c, inner))) {
                walk(clauseIndex + 1, inner, elements, dict);
            }
        }
    }

    private void collect(Scope scope, List<Value> elements, DictValue dict) {
        var element = evaluator.value(comprehension.element(), scope);
        switch (comprehension.result()) {
            case LIST, GENERATOR -> elements.add(element);
            case SET -> elements.add(Keys.of(element));
            case DICT ->
                    dict.entries()
                            .put(Keys.of(element), evaluator.value(comprehension.value(), scope));
        }
    }
}
