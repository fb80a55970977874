package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.List;

/// Renders a `for`, once or, where it is recursive, inside itself.
record Looper(Renderer renderer, Stmt.For loop) {
    void render(Scope scope, StringBuilder out) {
        var items = renderer.evaluator().value(loop.head().items(), scope);
        renderer.rendering().isAt(loop.line());
        render(items, scope, out, 0);
    }

    /// What `loop(items)` gives inside the body of a recursive loop.
    Text again(Value items, Scope scope, int depth) {
        var rendering = renderer.rendering();
        rendering.meter().enter();
        var out = new StringBuilder();
        render(items, scope, out, depth);
        rendering.meter().text(out.length());
        rendering.meter().leave();
        return new Text(out.toString(), rendering.autoescapes());
    }

    private void render(Value items, Scope scope, StringBuilder out, int depth) {
        var picked = picked(items, scope);
        if (picked.isEmpty()) {
            renderer.all(loop.otherwise(), scope.inner(), out);
            return;
        }
        var state = new LoopState(this, scope, picked, depth);
        while (state.advance()) {
            var inner = scope.inner();
            inner.set("loop", state);
            assign(state.current(), inner);
            renderer.all(loop.body(), inner, out);
        }
    }

    private List<Value> picked(Value items, Scope scope) {
        var condition = loop.head().condition();
        var all = renderer.rendering().list(items);
        if (condition.isEmpty()) return all;
        var picked = new ArrayList<Value>();
        for (var item : all) {
            var inner = scope.inner();
            assign(item, inner);
            if (renderer.evaluator().holds(condition.get(), inner)) picked.add(item);
        }
        return picked;
    }

    private void assign(Value item, Scope scope) {
        new Assignment(renderer.rendering()).assign(loop.head().target(), item, scope);
    }
}
