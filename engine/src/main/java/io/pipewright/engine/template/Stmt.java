package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.FilterCall;
import io.pipewright.engine.template.Expr.Parameter;
import io.pipewright.engine.template.Expr.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A piece of a template, as parsed. `line` counts from 1.
sealed interface Stmt {
    record Data(String text) implements Stmt {}

    record Print(int line, Expr expr) implements Stmt {}

    record If(int line, List<Branch> branches, List<Stmt> otherwise) implements Stmt {}

    record For(int line, LoopHead head, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

    record Assign(int line, Target target, Expr value) implements Stmt {}

    record AssignBlock(int line, Target target, List<FilterCall> filters, List<Stmt> body)
            implements Stmt {}

    record With(int line, List<Target> targets, List<Expr> values, List<Stmt> body)
            implements Stmt {}

    record FilterBlock(int line, List<FilterCall> filters, List<Stmt> body) implements Stmt {}

    record MacroDefinition(int line, MacroCode code) implements Stmt {}

    /// @param caller what `caller()` runs inside the called macro
    record CallBlock(int line, MacroCode caller, Expr call) implements Stmt {}

    record Block(int line, String name, boolean scoped, List<Stmt> body) implements Stmt {}

    record Autoescape(int line, Expr on, List<Stmt> body) implements Stmt {}

    /// A tag that reads another template.
    record OtherTemplate(int line, String tag) implements Stmt {}

    record Branch(Expr test, List<Stmt> body) {}

    record LoopHead(Target target, Expr items, Optional<Expr> condition, boolean recursive) {}

    /// @param extras which of `varargs`, `kwargs` and `caller` the body uses: only then may a call
    ///     give them
    record MacroCode(String name, List<Parameter> parameters, Set<String> extras, List<Stmt> body) {
        static final Set<String> EXTRAS = Set.of("varargs", "kwargs", "caller");
    }
}
