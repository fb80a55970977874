package io.pipewright.engine.project.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.project.yaml.YamlEdit.InsertItem;
import io.pipewright.engine.project.yaml.YamlEdit.MoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveItem;
import io.pipewright.engine.project.yaml.YamlEdit.RemoveKey;
import io.pipewright.engine.project.yaml.YamlEdit.SetValue;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditorTest {

    @Test
    void replacesAScalarAndNothingElse() {
        assertEdit(
                "# head\nname:   old   # why\nzeta: 'x'\n",
                new SetValue(YamlPath.of("name"), "new"),
                "# head\nname:   new   # why\nzeta: 'x'\n");
    }

    @Test
    void fillsAnEmptyValueBeforeItsComment() {
        assertEdit(
                "name: # why\ntype: python\n",
                new SetValue(YamlPath.of("name"), "new"),
                "name: new # why\ntype: python\n");
    }

    @Test
    void addsAKeyWhereSortedKeysWantIt() {
        assertEdit(
                "blocks: []\nname: x\n\n# last\ntype: python\n",
                new SetValue(YamlPath.of("tags"), List.of("a", "b c")),
                "blocks: []\nname: x\ntags:\n- a\n- b c\n\n# last\ntype: python\n");
    }

    @Test
    void addsAKeyAtTheEndOfUnsortedKeys() {
        assertEdit(
                "name: x\nblocks: []",
                new SetValue(YamlPath.of("description"), "all of it"),
                "name: x\nblocks: []\ndescription: all of it");
    }

    @Test
    void addsAKeyBelowAHeadComment() {
        assertEdit(
                "# made by hand\nname: x\n",
                new SetValue(YamlPath.of("alpha"), 1),
                "# made by hand\nalpha: 1\nname: x\n");
    }

    @Test
    void turnsEmptyBracesIntoLinesWithTheFirstKey() {
        assertEdit(
                "a:\n- configuration: {}  # none\n  uuid: x\n",
                new SetValue(YamlPath.of("a", 0, "configuration", "dynamic"), true),
                "a:\n- configuration:\n    dynamic: true  # none\n  uuid: x\n");
    }

    @Test
    void addsToBracesInPlace() {
        assertEdit(
                "v: {a: 1, b: 'two'} # both\n",
                new SetValue(YamlPath.of("v", "c"), List.of(1, "x, y")),
                "v: {a: 1, b: 'two', c: [1, 'x, y']} # both\n");
    }

    @Test
    void makesMissingMapsOnTheWay() {
        assertEdit(
                "name: x\n",
                new SetValue(YamlPath.of("variables", "city"), "Seattle"),
                "name: x\nvariables:\n  city: Seattle\n");
    }

    @Test
    void appendsToAListInItsOwnIndentation() {
        assertEdit(
                "up:\n    - a # first\n    # about b\n    - b\nz: 1\n",
                new InsertItem(YamlPath.of("up"), 2, "c"),
                "up:\n    - a # first\n    # about b\n    - b\n    - c\nz: 1\n");
    }

    @Test
    void insertsAMapAtTheHeadOfAList() {
        var block = new LinkedHashMap<String, Object>();
        block.put("name", "n");
        block.put("configuration", Map.of("limit", 5));
        block.put("upstream_blocks", List.of("a"));

        assertEdit(
                "blocks:\r\n# about a\r\n- uuid: a\r\n",
                new InsertItem(YamlPath.of("blocks"), 0, block),
                "blocks:\r\n# about a\r\n- name: n\r\n  configuration:\r\n    limit: 5\r\n  upstream_blocks:\r\n  - a\r\n- uuid: a\r\n");
    }

    @Test
    void makesAListOfAnEmptyOne() {
        assertEdit(
                "blocks:\n- up: []\n  uuid: x\n",
                new InsertItem(YamlPath.of("blocks", 0, "up"), 0, "a"),
                "blocks:\n- up:\n  - a\n  uuid: x\n");
    }

    @Test
    void emptiesAListWithItsLastItem() {
        assertEdit(
                "up: # sources\n- a\nz: 1\n",
                new RemoveItem(YamlPath.of("up"), 0),
                "up: [] # sources\nz: 1\n");
    }

    @Test
    void removesWholeLines() {
        assertEdit(
                "a:\n- x: 1\n  y: |\n    text\n    more\n\n- z\n",
                new RemoveKey(YamlPath.of("a", 0, "y")),
                "a:\n- x: 1\n\n- z\n");
    }

    @Test
    void removesTheKeyBesideADash() {
        assertEdit(
                "a:\n- x: 1 # gone\n  # about y\n  y: 2\n",
                new RemoveKey(YamlPath.of("a", 0, "x")),
                "a:\n- # about y\n  y: 2\n");
    }

    @Test
    void removesTheLastLineOfAFileWithoutAFinalLineEnd() {
        assertEdit("a: 1\nb: 2", new RemoveKey(YamlPath.of("b")), "a: 1");
    }

    @Test
    void removesFromBracketsAndBraces() {
        assertEdit("a: [1, 2, 3]\n", new RemoveItem(YamlPath.of("a"), 2), "a: [1, 2]\n");
        assertEdit("a: [1, 2, 3]\n", new RemoveItem(YamlPath.of("a"), 0), "a: [2, 3]\n");
        assertEdit("a: {x: 1, y: 2}\n", new RemoveKey(YamlPath.of("a", "x")), "a: {y: 2}\n");
        assertEdit("a: {x: 1, y: 2}\n", new RemoveKey(YamlPath.of("a", "y")), "a: {x: 1}\n");
    }

    @Test
    void movesAnEntryWithTheCommentAboveIt() {
        assertEdit(
                "b:\n# one\n- 1\n# two\n- 2 # x\n# three\n- 3",
                new MoveItem(YamlPath.of("b"), 0, 2),
                "b:\n# two\n- 2 # x\n# three\n- 3\n# one\n- 1");
        assertEdit(
                "b: [1, 'two',   3]\n",
                new MoveItem(YamlPath.of("b"), 2, 0),
                "b: [3, 1,   'two']\n");
    }

    @Test
    void keepsAByteOrderMark() {
        assertEdit(
                "\uFEFFname: x\n",
                new SetValue(YamlPath.of("alpha"), 1),
                "\uFEFFalpha: 1\nname: x\n");
    }

    @Test
    void findsItsPlaceBehindCharactersOutsideTheBasicPlane() {
        assertEdit(
                "a: '😀😀' # 😀\nb: 1\n",
                new SetValue(YamlPath.of("b"), 2),
                "a: '😀😀' # 😀\nb: 2\n");
    }

    @Test
    void keepsBlankLinesBelowALiteralText() {
        assertEdit(
                "a: |+\n  text\n\nb: 1\n",
                new SetValue(YamlPath.of("b"), 2),
                "a: |+\n  text\n\nb: 2\n");
    }

    @Test
    void refusesToChangeThroughAnAlias() {
        String text = "base: &b {x: 1}\nuse: *b\n";

        assertThrows(
                UnpatchableYamlException.class,
                () -> apply(text, new SetValue(YamlPath.of("use", "x"), 2)));
        assertThrows(
                UnpatchableYamlException.class,
                () -> apply(text, new SetValue(YamlPath.of("base", "x"), 2)));
    }

    @Test
    void refusesToDropAnAnchorThatIsUsed() {
        assertThrows(
                UnpatchableYamlException.class,
                () -> apply("a: &x 1\nb: *x\n", new SetValue(YamlPath.of("a"), 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with space",
                "yes",
                "null",
                "~",
                "12",
                "1.5",
                "0x1F",
                "2024-01-01",
                "",
                " lead",
                "trail ",
                "a: b",
                "a #b",
                "#b",
                "- a",
                "-",
                "?",
                ": x",
                "{{ x }}",
                "[x",
                "&a",
                "*a",
                "!t",
                "|",
                ">",
                "%x",
                "@x",
                "`x",
                "it's",
                "\"q\"",
                "back\\slash",
                "two\nlines",
                "tab\tinside",
                "é 漢字 עברית",
                "😀",
                "\u2028",
                "\u202Ertl",
                "a,b",
                "a]",
                "=",
                "---",
                "...",
                "--- x",
                "\u0007bell",
                "\uFEFFmark",
                "\r",
                "x:",
                "'",
                "''",
                "a\u0085b"
            })
    void writesAnyTextSoThatItReadsBackTheSame(String text) {
        String result = apply("k: x\nl: [y]\n", new SetValue(YamlPath.of("k"), text));
        result = apply(result, new SetValue(YamlPath.of("l", 0), text));
        result = apply(result, new SetValue(YamlPath.of(text.isEmpty() ? "e" : text), 1));

        var expected = new LinkedHashMap<String, Object>();
        expected.put("k", text);
        expected.put("l", List.of(text));
        expected.put(text.isEmpty() ? "e" : text, 1);
        assertEquals(expected, YamlValues.of(YamlParser.parse(result)));
    }

    @Test
    void writesValuesOfEveryKind() {
        List<Object> values =
                Arrays.asList(
                        null,
                        true,
                        1,
                        5_000_000_000L,
                        1e300,
                        0.1,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        LocalDateTime.of(2024, 1, 5, 6, 0),
                        List.of(),
                        Map.of(),
                        List.of(List.of(1), Map.of("a", List.of(2))),
                        Map.of("m", Map.of("n", List.of("o"))));

        String result = apply("k: x\n", new SetValue(YamlPath.of("k"), values));

        assertEquals(Map.of("k", values), YamlValues.of(YamlParser.parse(result)));
    }

    private static void assertEdit(String before, YamlEdit edit, String after) {
        assertEquals(after, apply(before, edit));
    }

    private static String apply(String text, YamlEdit edit) {
        return YamlEditor.apply(text, List.of(edit));
    }
}
