package io.pipewright.app.notebook.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pipewright.app.notebook.editor.Token.Kind;
import io.pipewright.engine.project.BlockLanguage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexerTest {

    @Test
    void coloursPython() {
        assertEquals(
                List.of(
                        "NAME @test",
                        "KEYWORD def",
                        "NAME f",
                        "KEYWORD return",
                        "STRING f'a\\'b'",
                        "NUMBER 1.5",
                        "COMMENT # end"),
                colours(
                        BlockLanguage.PYTHON,
                        "@test\ndef f(x):\n    return f'a\\'b' + x * 1.5  # end"));
    }

    @Test
    void keepsAStringOverSeveralLinesTogether() {
        assertEquals(
                List.of("STRING \"\"\"SELECT '\n\"x\" FROM this\"\"\"", "KEYWORD in"),
                colours(BlockLanguage.PYTHON, "q(\"\"\"SELECT '\n\"x\" FROM this\"\"\") in x"));
    }

    @Test
    void coloursSqlWithItsTemplates() {
        assertEquals(
                List.of(
                        "KEYWORD SELECT",
                        "NUMBER 1",
                        "KEYWORD as",
                        "KEYWORD from",
                        "MARKUP {{ df_1 }}",
                        "COMMENT -- it's"),
                colours(BlockLanguage.SQL, "SELECT 1 as a from {{ df_1 }} -- it's"));
    }

    @Test
    void coloursJavaScript() {
        assertEquals(
                List.of(
                        "KEYWORD export",
                        "KEYWORD default",
                        "KEYWORD function",
                        "NAME f",
                        "STRING `a\n${b}`",
                        "COMMENT // x"),
                colours(BlockLanguage.JAVASCRIPT, "export default function f() `a\n${b}` // x"));
    }

    @Test
    void coloursRYamlAndMarkdown() {
        assertEquals(
                List.of("NAME load", "KEYWORD function", "NUMBER 2L"),
                colours(BlockLanguage.R, "load <- function(x) 2L"));
        assertEquals(
                List.of("NAME a", "KEYWORD true", "COMMENT # why"),
                colours(BlockLanguage.YAML, "a: true # why"));
        assertEquals(
                List.of("KEYWORD # Title", "NAME **bold**", "STRING `code`"),
                colours(BlockLanguage.MARKDOWN, "# Title\n**bold** and `code`"));
    }

    @ParameterizedTest
    @EnumSource(BlockLanguage.class)
    void isDoneWithLongAndUnfinishedTextAtOnce(BlockLanguage language) {
        String text =
                ("x = '" + "a".repeat(20_000) + "\n").repeat(20)
                        + "\"\"\""
                        + "\\n'`{{".repeat(20_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Lexer.of(language).tokens(text));
    }

    @Test
    void givesTokensInOrderWithoutOverlap() {
        int end = 0;
        for (Token token :
                Lexer.of(BlockLanguage.PYTHON).tokens("def a():\n  return 'b' # c\n".repeat(50))) {
            assertEquals(true, token.start() >= end);
            end = token.end();
        }
    }

    @Test
    void hasAStyleClassForEachKind() {
        assertEquals(
                Kind.values().length,
                List.of(Kind.values()).stream().map(Kind::styleClass).distinct().count());
    }

    private static List<String> colours(BlockLanguage language, String text) {
        return Lexer.of(language).tokens(text).stream()
                .map(token -> token.kind() + " " + text.substring(token.start(), token.end()))
                .toList();
    }
}
