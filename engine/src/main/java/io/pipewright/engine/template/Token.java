package io.pipewright.engine.template;

/// One word of a template.
///
/// @param text of a string its value, of a number its digits without `_`, else as written
/// @param line from 1
record Token(Kind kind, String text, int line) {
    enum Kind {
        DATA,
        PRINT_BEGIN,
        PRINT_END,
        TAG_BEGIN,
        TAG_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /// For messages.
    String described() {
        return switch (kind) {
            case PRINT_END -> "'}}'";
            case TAG_END -> "'%}'";
            case END -> "the end";
            case DATA -> "text";
            case STRING -> "a string";
            case PRINT_BEGIN, TAG_BEGIN, NAME, INTEGER, FLOAT, SIGN -> "'" + text + "'";
        };
    }
}
