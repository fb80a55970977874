package io.pipewright.engine.project.yaml;

/// One place of a text changed; undone by its inverse, character for character.
///
/// @param start offset of the change
public record TextPatch(int start, String removed, String inserted) {

    /// The smallest patch that turns `before` into `after`.
    public static TextPatch between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int head = 0;
        while (head < shorter && before.charAt(head) == after.charAt(head)) head++;
        int tail = 0;
        while (tail < shorter - head && sameFromEnd(before, after, tail)) tail++;
        return new TextPatch(
                head,
                before.substring(head, before.length() - tail),
                after.substring(head, after.length() - tail));
    }

    private static boolean sameFromEnd(String a, String b, int tail) {
        return a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail);
    }

    /// Whether `text` still has what this patch replaces.
    public boolean fits(String text) {
        return text.startsWith(removed, start);
    }

    /// @throws IllegalStateException if the patch does not fit
    public String applyTo(String text) {
        if (!fits(text)) throw new IllegalStateException("patch does not fit at offset " + start);
        return text.substring(0, start) + inserted + text.substring(start + removed.length());
    }

    public TextPatch inverse() {
        return new TextPatch(start, inserted, removed);
    }
}
