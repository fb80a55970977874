package io.pipewright.kernel.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.plugin.KernelUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterSearchTest {

    @TempDir Path folder;

    private Path program(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        assertEquals(true, file.toFile().setExecutable(true));
        return file;
    }

    private InterpreterSearch search(boolean windows, String... pathFolders) {
        List<String> folders =
                List.of(pathFolders).stream().map(name -> folder.resolve(name).toString()).toList();
        return new InterpreterSearch(
                Map.of("PATH", String.join(File.pathSeparator, folders)), windows);
    }

    @Test
    void takesTheFirstPython3OnThePath() throws Exception {
        program("a/python");
        Path wanted = program("b/python3");
        program("c/python3");

        assertEquals(List.of(wanted.toString()), search(false, "a", "b", "c").find(null, folder));
    }

    @Test
    void takesPythonWhereThereIsNoPython3() throws Exception {
        Path wanted = program("a/python");

        assertEquals(List.of(wanted.toString()), search(false, "none", "a").find(null, folder));
    }

    @Test
    void takesTheLauncherOnWindows() throws Exception {
        program("a/python.exe");
        Path launcher = program("b/py.exe");

        assertEquals(List.of(launcher.toString(), "-3"), search(true, "a", "b").find(null, folder));
    }

    @Test
    void takesTheNamedOneRelativeToTheProject() throws Exception {
        Path wanted = program("project/.venv/bin/python");

        assertEquals(
                List.of(wanted.toString()),
                search(false).find(".venv/bin/python", folder.resolve("project")));
    }

    @Test
    void goesStraightToTheTargetOfAPyenvShim() throws Exception {
        program("pyenv/shims/python3");
        program("pyenv/versions/3.9.1/bin/python3");
        Path ofProject = program("pyenv/versions/3.12.1/bin/python3");
        Files.writeString(folder.resolve("pyenv/version"), "3.9.1\n");
        Files.writeString(folder.resolve(".python-version"), "3.12.1\n");

        assertEquals(
                List.of(ofProject.toString()),
                search(false, "pyenv/shims").find(null, folder.resolve("project")));
    }

    @Test
    void saysWhatIsMissing() {
        var none =
                assertThrows(
                        KernelUnavailableException.class, () -> search(false).find(null, folder));
        var named =
                assertThrows(
                        KernelUnavailableException.class,
                        () -> search(false).find(".venv/bin/python", folder));

        assertEquals(
                "No Python was found on the PATH. Install Python 3.8 or newer, or name one in the project's"
                        + " metadata.yaml: pipewright: {interpreter: /path/to/python}",
                none.getMessage());
        assertEquals(
                "The interpreter \".venv/bin/python\" of this project is not there or cannot be run. Name another one"
                        + " in metadata.yaml (pipewright: {interpreter: ...}), or make it: python3 -m venv .venv",
                named.getMessage());
    }
}
