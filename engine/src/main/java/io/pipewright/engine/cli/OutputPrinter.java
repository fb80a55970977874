package io.pipewright.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Prints one stored output to standard output. Reads tables page by page, so any size fits.
final class OutputPrinter {

    private static final int SHOWN_ROWS = 20;
    private static final int PAGE_ROWS = 10_000;

    private final ProjectSession session;
    private final Console console;
    private final VariableKey key;

    OutputPrinter(ProjectSession session, Console console, VariableKey key) {
        this.session = session;
        this.console = console;
        this.key = key;
    }

    void printValue() {
        console.result("{\"value\": " + session.value(key).strip() + "}");
    }

    void printTable(OutputFormat format, OptionalInt limit) {
        switch (format) {
            case table ->
                    OutputReport.table(session.page(key, 0, limit.orElse(SHOWN_ROWS)))
                            .forEach(console::result);
            case json -> printJson(limit);
            case csv, parquet -> printFile(format.name(), limit);
        }
    }

    private void printJson(OptionalInt limit) {
        try (JsonGenerator generator =
                new JsonFactory(new ObjectMapper()).createGenerator(console.out())) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            writeDocument(generator, limit.orElse(Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write " + key.output() + " to standard output", e);
        }
        console.result("");
    }

    private void writeDocument(JsonGenerator generator, int limit) throws IOException {
        TablePage page = session.page(key, 0, Math.min(limit, PAGE_ROWS));
        generator.writeStartObject();
        generator.writeArrayFieldStart("columns");
        for (ColumnInfo column : page.columns()) {
            generator.writePOJO(OutputReport.json(column));
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("rows");
        writeRows(generator, page, limit);
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void writeRows(JsonGenerator generator, TablePage first, int limit) throws IOException {
        TablePage page = first;
        long written = 0;
        while (!page.rows().isEmpty()) {
            for (List<@Nullable Object> row : page.rows()) {
                generator.writePOJO(row);
            }
            written += page.rows().size();
            long left = Math.min(limit, page.rowCount()) - written;
            if (left <= 0) return;
            page = session.page(key, written, (int) Math.min(left, PAGE_ROWS));
        }
    }

    private void printFile(String format, OptionalInt limit) {
        try {
            Path folder = Files.createTempDirectory("pipewright-output");
            Path file = folder.resolve(key.output() + "." + format);
            try {
                session.export(key, file, format, limit);
                Files.copy(file, console.out());
                console.out().flush();
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + key.output() + " as " + format, e);
        }
    }
}
