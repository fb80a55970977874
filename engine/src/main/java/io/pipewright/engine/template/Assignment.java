package io.pipewright.engine.template;

import io.pipewright.engine.template.Expr.Target;

/// Gives a value to a name, to several names at once, or to a namespace's attribute.
record Assignment(Rendering rendering) {
    void assign(Target target, Value value, Scope scope) {
        switch (target) {
            case Target.ToName name -> scope.set(name.name(), value);
            case Target.ToTuple tuple -> unpack(tuple, value, scope);
            case Target.ToNamespace namespace -> setAttribute(namespace, value, scope);
        }
    }

    private void unpack(Target.ToTuple tuple, Value value, Scope scope) {
        rendering.isAt(tuple.line());
        var wanted = tuple.targets().size();
        if (value instanceof None || value instanceof Num) {
            throw TemplateException.of(
                    "cannot unpack a " + value.typeName() + " into " + wanted + " names");
        }
        var parts = rendering.list(value);
        if (parts.size() != wanted) {
            throw TemplateException.of(
                    "cannot unpack " + parts.size() + " values into " + wanted + " names");
        }
        for (var i = 0; i < wanted; i++) assign(tuple.targets().get(i), parts.get(i), scope);
    }

    private void setAttribute(Target.ToNamespace target, Value value, Scope scope) {
        rendering.isAt(target.line());
        if (!(scope.find(target.namespace()).orElse(None.NONE) instanceof Namespace namespace)) {
            throw TemplateException.of(
                    "'" + target.namespace() + "' is no namespace, so it takes no attribute",
                    "Make it with {% set " + target.namespace() + " = namespace() %}");
        }
        namespace.set(target.attribute(), value);
    }
}
