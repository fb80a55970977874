package io.pipewright.engine.template;

/// A Python `str`.
///
/// @param markup made by `safe` or `escape`: not escaped a second time
record Text(String value, boolean markup) implements Value {
    static final Text EMPTY = new Text("", false);

    static Text of(String value) {
        return new Text(value, false);
    }

    static Text markup(String value) {
        return new Text(value, true);
    }

    /// The same kind of text with other characters.
    Text with(String other) {
        return new Text(other, markup);
    }

    @Override
    public String typeName() {
        return markup ? "Markup" : "str";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
