package io.pipewright.engine.template;

/// A function of the engine's own, or a method bound to its object.
final class Function extends HostObject {
    /// The work itself, with arguments that fit the signature.
    @FunctionalInterface
    interface Body {
        Value call(Bound arguments);
    }

    private final String name;
    private final Signature signature;
    private final Body body;

    Function(String name, String signature, Body body) {
        this(name, Signature.of(signature), body);
    }

    Function(String name, Signature signature, Body body) {
        this.name = name;
        this.signature = signature;
        this.body = body;
    }

    @Override
    Value call(Arguments arguments) {
        return body.call(signature.bind(name, arguments));
    }

    @Override
    boolean isCallable() {
        return true;
    }

    @Override
    String printed() {
        return "<function " + name + ">";
    }

    @Override
    public String typeName() {
        return "function";
    }
}
