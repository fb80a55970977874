package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.Target;
import io.pipewright.engine.template.Token.Kind;
import java.util.ArrayList;
import java.util.Set;

/// Parses what a value is assigned to: a name, names with commas, or `namespace.name`.
record TargetParser(TokenStream tokens) {
    private static final Set<String> CONSTANTS =
            Set.of("true", "false", "none", "True", "False", "None");

    /// @param endNames words after which a trailing comma may stand
    Target target(Set<String> endNames) {
        var line = tokens.line();
        var targets = new ArrayList<Target>();
        targets.add(one());
        var tuple = false;
        while (tokens.skipSign(",")) {
            tuple = true;
            if (!tokens.is(Kind.NAME) && !tokens.isSign("(")) break;
            if (endNames.contains(tokens.current().text())) break;
            targets.add(one());
        }
        return tuple ? new Target.ToTuple(line, targets) : targets.getFirst();
    }

    private Target one() {
        if (tokens.skipSign("(")) {
            tokens.enter();
            var inner = target(Set.of());
            tokens.expectSign(")");
            tokens.leave();
            return inner;
        }
        return new Target.ToName(name());
    }

    String name() {
        var name = tokens.expectName();
        if (CONSTANTS.contains(name)) throw tokens.problem("cannot assign to '" + name + "'");
        return name;
    }
}
