package io.pipewright.app.notebook.editor;

import io.pipewright.app.notebook.editor.Token.Kind;
import io.pipewright.engine.project.BlockLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what to colour in a block's code, by one pattern a language. Knows no grammar: wrong code is coloured too.
///
/// Thread: any.
public final class Lexer {

    // In a string or comment longer than this the rest stays plain: the matcher recurses and would
    // run out of stack.
    private static final int LONGEST_TEXT = 400_000;

    private final Pattern pattern;

    private Lexer(Pattern pattern) {
        this.pattern = pattern;
    }

    public static Lexer of(BlockLanguage language) {
        return new Lexer(
                switch (language) {
                    case PYTHON -> LanguagePatterns.PYTHON;
                    case SQL -> LanguagePatterns.SQL;
                    case JAVASCRIPT -> LanguagePatterns.JAVASCRIPT;
                    case R -> LanguagePatterns.R;
                    case YAML -> LanguagePatterns.YAML;
                    case MARKDOWN -> LanguagePatterns.MARKDOWN;
                    case UNKNOWN -> LanguagePatterns.NOTHING;
                });
    }

    /// In order, without overlaps.
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        Matcher matcher =
                pattern.matcher(
                        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                String group = LanguagePatterns.group(kind);
                if (!matcher.namedGroups().containsKey(group) || matcher.start(group) < 0) continue;
                if (matcher.end(group) > matcher.start(group))
                    tokens.add(new Token(matcher.start(group), matcher.end(group), kind));
                break;
            }
        }
        return tokens;
    }
}
