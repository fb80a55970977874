package io.pipewright.app.notebook.editor;

/// A stretch of code that has one colour.
///
/// @param start first character, from 0
/// @param end after the last character
public record Token(int start, int end, Kind kind) {

    /// What a token is; each has a style class of its own.
    public enum Kind {
        COMMENT("code-comment"),
        STRING("code-string"),
        KEYWORD("code-keyword"),
        NUMBER("code-number"),
        NAME("code-name"),
        MARKUP("code-markup");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        public String styleClass() {
            return styleClass;
        }
    }
}
