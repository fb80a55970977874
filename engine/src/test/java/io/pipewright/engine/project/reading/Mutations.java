package io.pipewright.engine.project.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Ways in which a pipeline file gets damaged; the same for the same seed.
final class Mutations {

    static final String WHOLE =
            """
            blocks:
            - configuration: {}
              downstream_blocks:
              - clean
              language: python
              name: load
              type: data_loader
              upstream_blocks: []
              uuid: load
            - configuration:
                limit: 10
              language: python
              name: clean
              timeout: '60'
              type: transformer
              upstream_blocks:
              - load
              uuid: clean
            concurrency_config:
              block_run_limit: 2
            description: "what it does"
            name: daily
            tags: [a, b]
            type: python
            variables:
              city: Seattle
            """;

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /// @param content its bytes, each as one character
    /// @param mustBreak whether no pipeline can be made of it
    record Damaged(String how, String content, boolean mustBreak) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    Damaged next(int kind) {
        return switch (kind % 30) {
            case 0 -> broken("empty", "");
            case 1 -> broken("only a comment", "# nothing\n\n");
            case 2 -> broken("a tab", WHOLE.replaceFirst("\n  language", "\n\tlanguage"));
            case 3 -> broken("a NUL", at("\0"));
            case 4 -> broken("a control character", at("\u0007"));
            case 5 ->
                    broken(
                            "a merge conflict",
                            line(
                                    "<<<<<<< HEAD\nname: mine\n=======\nname: theirs\n>>>>>>> branch"));
            case 6 -> broken("a key twice", WHOLE + "name: again\n");
            case 7 -> broken("an open bracket", WHOLE + "more: [1, 2\n");
            case 8 -> broken("an open quote", WHOLE.replace("what it does\"", "what it does"));
            case 9 -> damaged("no UTF-8", bytesAt((byte) 0xC3), true);
            case 10 ->
                    damaged("UTF-16", ("\uFEFF" + WHOLE).getBytes(StandardCharsets.UTF_16BE), true);
            case 11 ->
                    broken(
                            "a foreign tag",
                            WHOLE + "evil: !!javax.script.ScriptEngineManager [x]\n");
            case 12 -> broken("an alias bomb", WHOLE + bomb());
            case 13 ->
                    broken(
                            "deep nesting",
                            WHOLE + "deep: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n");
            case 14 ->
                    broken(
                            "a cycle",
                            WHOLE.replace("upstream_blocks: []", "upstream_blocks: [clean]"));
            case 15 -> broken("a text for the blocks", "blocks: none\nname: daily\n");
            case 16 ->
                    broken(
                            "a list for a block's settings",
                            WHOLE.replace("configuration: {}", "configuration: [1]"));
            case 17 -> broken("a list as root", "- name: daily\n");
            case 18 -> broken("a second document", WHOLE + "---\nname: other\n");
            case 19 -> broken("a number for a block", WHOLE.replace("blocks:\n", "blocks:\n- 7\n"));
            case 20 -> broken("a map as upstream", WHOLE.replace("- load\n", "- {load: 1}\n"));
            case 21 -> open("a byte order mark", "\uFEFF" + WHOLE);
            case 22 ->
                    open(
                            "an empty limit",
                            WHOLE.replace("block_run_limit: 2", "block_run_limit: \"\""));
            case 23 ->
                    open(
                            "an unknown key",
                            line("unknown_" + random.nextInt(99) + ": {x: [1, {y: z}]}"));
            case 24 -> open("a uuid twice", WHOLE.replace("uuid: clean", "uuid: load"));
            case 25 -> open("cut off", WHOLE.substring(0, 1 + random.nextInt(WHOLE.length() - 1)));
            case 26 -> open("a line less", withoutLine());
            case 27 -> open("a line moved in", indented());
            case 28 ->
                    open(
                            "a character changed",
                            at(String.valueOf((char) (33 + random.nextInt(90)))));
            default -> open("several characters gone", holes());
        };
    }

    private static Damaged broken(String how, String text) {
        return damaged(how, text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static Damaged open(String how, String text) {
        return damaged(how, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Damaged damaged(String how, byte[] bytes, boolean mustBreak) {
        return new Damaged(how, new String(bytes, StandardCharsets.ISO_8859_1), mustBreak);
    }

    private String at(String inserted) {
        int at = random.nextInt(WHOLE.length());
        return WHOLE.substring(0, at) + inserted + WHOLE.substring(at);
    }

    private byte[] bytesAt(byte inserted) {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = inserted;
        return bytes;
    }

    private String line(String inserted) {
        return WHOLE.replace("description:", inserted + "\ndescription:");
    }

    private String withoutLine() {
        List<String> lines = new ArrayList<>(WHOLE.lines().toList());
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String indented() {
        List<String> lines = new ArrayList<>(WHOLE.lines().toList());
        int at = random.nextInt(lines.size());
        lines.set(at, "   " + lines.get(at));
        return String.join("\n", lines);
    }

    private String holes() {
        var text = new StringBuilder(WHOLE);
        for (int i = 0; i < 5; i++) text.deleteCharAt(random.nextInt(text.length()));
        return text.toString();
    }

    private static String bomb() {
        var text = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 17; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return text.toString();
    }
}
