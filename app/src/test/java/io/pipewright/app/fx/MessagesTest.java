package io.pipewright.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.BlockLanguage;
import io.pipewright.engine.project.BlockType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED =
            Pattern.compile("Messages\\s*\\.(get|count)\\(\\s*\"([a-z_.]+)\"");
    private static final List<String> COUNTED = List.of(".one", ".many");

    private final Set<String> present =
            new TreeSet<>(
                    ResourceBundle.getBundle("io.pipewright.app.messages", Locale.ENGLISH)
                            .keySet());

    @Test
    void everyKeyThatTheSourcesAskForHasAText() throws IOException {
        var missing = new TreeSet<String>();
        for (String source : sources()) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) missing.addAll(keysOf(asked.group(1), asked.group(2)));
        }
        for (BlockType type : BlockType.values())
            if (type != BlockType.UNKNOWN) missing.add("block.type." + type.word());
        for (BlockLanguage language : BlockLanguage.values())
            if (language != BlockLanguage.UNKNOWN) missing.add("block.language." + language.word());
        missing.removeAll(present);

        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var unused = new TreeSet<>(present);
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) forget(unused, literal.group(1));
        }

        assertEquals(Set.of(), unused);
    }

    private static List<String> keysOf(String method, String key) {
        if (key.endsWith(".")) return List.of();
        return method.equals("get") ? List.of(key) : COUNTED.stream().map(key::concat).toList();
    }

    // A literal that ends in a dot is the begin of a key whose end is a word of the project format.
    private static void forget(Set<String> unused, String literal) {
        unused.remove(literal);
        COUNTED.forEach(end -> unused.remove(literal + end));
        if (literal.endsWith(".") && literal.length() > 3)
            unused.removeIf(key -> key.startsWith(literal));
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
                sources.add(Files.readString(file));
        }
        return sources;
    }
}
