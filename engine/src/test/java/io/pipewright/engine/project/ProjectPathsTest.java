package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPathsTest {

    @TempDir Path temporary;
    private Path project = Path.of("");
    private ProjectPaths paths = new ProjectPaths(project);

    @BeforeEach
    void layOut() throws IOException {
        project = Files.createDirectory(temporary.resolve("demo")).toRealPath();
        Files.createDirectory(project.resolve("custom"));
        Files.createDirectories(project.resolve("utils"));
        Files.writeString(project.resolve("utils/x.py"), "");
        Files.createDirectories(project.resolveSibling("outside"));
        Files.writeString(project.resolveSibling("outside/secret.py"), "");
        paths = new ProjectPaths(project);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "load",
                "a/b/c",
                "Ünïcödé",
                "漢字",
                "עברית",
                "with space",
                "v1.2",
                "-dash",
                "under_score",
                "हिन्दी"
            })
    void readsNamesOfAnyScript(String name) {
        assertEquals(
                Optional.of(project.resolve("custom").resolve(name + ".py")),
                paths.ofName("custom", name, "py"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                ".",
                "../x",
                "a/../../x",
                "a/./b",
                "/etc/passwd",
                "a//b",
                "a/",
                "/a",
                "%2e%2e/x",
                "%252e%252e%252fx",
                "..\\x",
                "C:\\x",
                "a\0b",
                "a\nb",
                "\u202Egnp.exe",
                "\u200Bx",
                "😀",
                "a:b",
                "a*b",
                "a?b",
                "$(rm)",
                "`x`",
                "~/x",
                "a|b",
                "\uFEFFx"
            })
    void refusesNamesThatAreNoNames(String name) {
        assertEquals(Optional.empty(), paths.ofName("custom", name, "py"));
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertEquals(Optional.empty(), paths.ofName("custom", "x".repeat(300), "py"));
        assertEquals(Optional.empty(), paths.ofName("custom", "x/".repeat(300) + "x", "py"));
    }

    @ParameterizedTest
    @CsvSource({
        "utils/x.py, utils/x.py",
        "./utils/../utils/x.py, utils/x.py",
        "demo/utils/x.py, utils/x.py",
        "../demo/utils/x.py, utils/x.py",
        "utils/missing.py, utils/missing.py",
        "demo/utils/missing.py, utils/missing.py"
    })
    void followsWrittenPathsThatStayInTheProject(String written, String file) {
        assertEquals(Optional.of(project.resolve(file)), paths.ofWritten(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/secret.py",
                "demo/../../outside/secret.py",
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                ".",
                "",
                "../demo",
                "a\0b",
                "utils/../../outside/secret.py"
            })
    void refusesWrittenPathsThatLeadOut(String written) {
        assertEquals(Optional.empty(), paths.ofWritten(written));
    }

    @Test
    void takesAnAbsolutePathThatIsInTheProject() {
        Path file = project.resolve("utils/x.py");

        assertEquals(Optional.of(file), paths.ofWritten(file.toString()));
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        Path outside = project.resolveSibling("outside");
        Files.createSymbolicLink(project.resolve("custom/file.py"), outside.resolve("secret.py"));
        Files.createSymbolicLink(project.resolve("custom/folder"), outside);
        Files.createSymbolicLink(project.resolve("custom/nowhere.py"), outside.resolve("none"));
        Files.createSymbolicLink(
                project.resolve("custom/loop.py"), project.resolve("custom/loop.py"));

        assertEquals(Optional.empty(), paths.ofName("custom", "file", "py"));
        assertEquals(Optional.empty(), paths.ofName("custom", "folder/secret", "py"));
        assertEquals(Optional.empty(), paths.ofName("custom", "folder/not_there", "py"));
        assertEquals(Optional.empty(), paths.ofName("custom", "nowhere", "py"));
        assertEquals(Optional.empty(), paths.ofName("custom", "loop", "py"));
        assertEquals(Optional.empty(), paths.ofWritten("custom/folder/secret.py"));
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        Files.createSymbolicLink(project.resolve("custom/again.py"), project.resolve("utils/x.py"));

        assertEquals(
                Optional.of(project.resolve("custom/again.py")),
                paths.ofName("custom", "again", "py"));
    }

    @Test
    void makesOnlyPlainNames() {
        assertTrue(ProjectPaths.isNewName("daily_sales_2"));
        for (String name :
                new String[] {
                    "",
                    "Daily",
                    "a b",
                    "a-b",
                    "a.b",
                    "con",
                    "nul",
                    "lpt1",
                    "é",
                    "../x",
                    "x".repeat(101)
                }) {
            assertFalse(ProjectPaths.isNewName(name), name);
        }
        assertTrue(ProjectPaths.isNewBlockName("retrain/sklearn"));
        for (String name : new String[] {"a//b", "/a", "a/", "a/../b", "a/aux"}) {
            assertFalse(ProjectPaths.isNewBlockName(name), name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "load_data, load_data",
        "Retrain/sklearn, retrain_sklearn",
        "../../x, ______x",
        "2nd, letter_2nd",
        "Ünï-1, ünï_1",
        "'', ''"
    })
    void cleansNamesAsTheFormatDoes(String uuid, String folder) {
        assertEquals(folder, new BlockId(uuid).folderName());
    }
}
