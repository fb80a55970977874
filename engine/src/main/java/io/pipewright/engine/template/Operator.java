package io.pipewright.engine.template;

/// An operator between two values, with its sign as written.
enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    static Operator of(String sign) {
        for (var operator : values()) if (operator.sign.equals(sign)) return operator;
        throw new IllegalArgumentException("no operator " + sign);
    }
}
