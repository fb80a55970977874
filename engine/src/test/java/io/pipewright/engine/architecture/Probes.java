package io.pipewright.engine.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/// Classes that break rules, in the packages the rules are about. They exist only as class files in `folder`.
final class Probes {
    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();

    Probes(Path folder) {
        this.folder = folder;
    }

    /// Adds the class `name` of `packageName`; `body` is what stands between its braces.
    Probes with(String packageName, String name, String body) {
        sources.put(
                packageName.replace('.', '/') + "/" + name + ".java",
                "package " + packageName + ";\npublic class " + name + " { " + body + " }\n");
        return this;
    }

    /// The probes, and only the probes, as the rules see them.
    JavaClasses compiled() throws IOException {
        compile();
        return new ClassFileImporter().importPath(folder.resolve("classes"));
    }

    private void compile() throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "-cp",
                                System.getProperty("java.class.path")));
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        for (var source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        var messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, messages, messages, arguments.toArray(String[]::new));
        if (status != 0)
            throw new IllegalStateException(
                    "A probe does not compile: " + messages.toString(UTF_8));
    }
}
