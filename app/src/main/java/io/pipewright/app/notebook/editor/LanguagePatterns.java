package io.pipewright.app.notebook.editor;

import io.pipewright.app.notebook.editor.Token.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/// The patterns of the block languages; each names its groups after the kinds of `Token`.
final class LanguagePatterns {

    private static final String DIGITS =
            "\\b(?:0[xXbBoO][0-9a-fA-F_]+|\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\b";
    // Possessive and without alternation in the loop: long strings must not use up the stack.
    private static final String SINGLE = "'(?:[^'\\\\\\n]++|\\\\.)*+'?";
    private static final String DOUBLE = "\"(?:[^\"\\\\\\n]++|\\\\.)*+\"?";

    static final Pattern NOTHING = Pattern.compile("(?!)");

    static final Pattern PYTHON =
            Pattern.compile(
                    "(?<COMMENT>#[^\\n]*)"
                            + "|(?<STRING>(?i:[rbuf]{0,2})(?:\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+(?:\"\"\")?"
                            + "|'''(?:[^'\\\\]++|\\\\[\\s\\S]|'(?!''))*+(?:''')?|"
                            + DOUBLE
                            + "|"
                            + SINGLE
                            + "))"
                            + "|(?<NAME>^[ \\t]*@[\\w.]+|(?<=\\bdef )\\s*\\w+|(?<=\\bclass )\\s*\\w+)"
                            + "|\\b(?<KEYWORD>and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally"
                            + "|for|from|global|if|import|in|is|lambda|match|None|nonlocal|not|or|pass|raise|return|True|try"
                            + "|while|with|yield)\\b"
                            + "|(?<NUMBER>"
                            + DIGITS
                            + ")",
                    Pattern.MULTILINE);

    static final Pattern SQL =
            Pattern.compile(
                    "(?<COMMENT>--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
                            + "|(?<MARKUP>\\{\\{[\\s\\S]*?(?:\\}\\}|\\z)|\\{%[\\s\\S]*?(?:%\\}|\\z))"
                            + "|(?<STRING>'(?:[^']++|'')*+'?)"
                            + "|\\b(?<KEYWORD>all|alter|and|any|as|asc|between|by|case|cast|create|cross|delete|desc|distinct|drop"
                            + "|else|end|except|exists|extract|filter|from|full|group|having|if|in|inner|insert|intersect|interval"
                            + "|into|is|join|lateral|left|like|limit|not|null|nulls|offset|on|or|order|outer|over|partition|qualify"
                            + "|replace|right|select|set|table|then|true|false|union|unnest|update|using|values|view|when|where"
                            + "|window|with)\\b"
                            + "|(?<NUMBER>"
                            + DIGITS
                            + ")",
                    Pattern.CASE_INSENSITIVE);

    static final Pattern JAVASCRIPT =
            Pattern.compile(
                    "(?<COMMENT>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
                            + "|(?<STRING>`(?:[^`\\\\]++|\\\\[\\s\\S])*+`?|"
                            + DOUBLE
                            + "|"
                            + SINGLE
                            + ")"
                            + "|(?<NAME>(?<=\\bfunction )\\s*\\w+|(?<=\\bclass )\\s*\\w+)"
                            + "|\\b(?<KEYWORD>async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends"
                            + "|false|finally|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch"
                            + "|this|throw|true|try|typeof|undefined|var|void|while|yield)\\b"
                            + "|(?<NUMBER>"
                            + DIGITS
                            + ")");

    static final Pattern R =
            Pattern.compile(
                    "(?<COMMENT>#[^\\n]*)"
                            + "|(?<STRING>"
                            + DOUBLE
                            + "|"
                            + SINGLE
                            + ")"
                            + "|(?<NAME>\\b[\\w.]+(?=\\s*<-\\s*function\\b))"
                            + "|\\b(?<KEYWORD>break|else|FALSE|for|function|if|in|Inf|library|NA|NaN|next|NULL|repeat|return|TRUE"
                            + "|while)\\b"
                            + "|(?<NUMBER>\\b\\d[\\d.]*(?:[eE][+-]?\\d+)?L?\\b)");

    static final Pattern YAML =
            Pattern.compile(
                    "(?<COMMENT>(?<=^|\\s)#[^\\n]*)"
                            + "|(?<MARKUP>\\{\\{[\\s\\S]*?(?:\\}\\}|\\z))"
                            + "|(?<NAME>^[ \\t]*(?:- )*[\\w.\"'-]+(?=\\s*:(?:\\s|$)))"
                            + "|(?<STRING>"
                            + DOUBLE
                            + "|"
                            + SINGLE
                            + ")"
                            + "|\\b(?<KEYWORD>true|false|null|yes|no|on|off)\\b"
                            + "|(?<NUMBER>"
                            + DIGITS
                            + ")",
                    Pattern.MULTILINE);

    static final Pattern MARKDOWN =
            Pattern.compile(
                    "(?<KEYWORD>^#{1,6} [^\\n]*)"
                            + "|(?<STRING>```[\\s\\S]*?(?:```|\\z)|`[^`\\n]*`)"
                            + "|(?<NAME>\\*\\*[^*\\n]+\\*\\*|(?<![*\\w])\\*[^*\\n]+\\*|\\[[^\\]\\n]*\\]\\([^)\\n]*\\))"
                            + "|(?<COMMENT>^>[^\\n]*|<!--[\\s\\S]*?(?:-->|\\z))"
                            + "|(?<MARKUP>^\\s*(?:[-*+]|\\d+\\.) )",
                    Pattern.MULTILINE);

    private LanguagePatterns() {}

    static String group(Kind kind) {
        return kind.name().toUpperCase(Locale.ROOT);
    }
}
