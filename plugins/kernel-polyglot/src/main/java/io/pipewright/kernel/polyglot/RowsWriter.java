package io.pipewright.kernel.polyglot;

import io.pipewright.kernel.polyglot.WrittenColumns.WrittenColumn;
import io.pipewright.worker.table.Sql;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes the rows that a block makes, one JSON object a line, and lets DuckDB load them once the types are known.
final class RowsWriter implements AutoCloseable {

    private static final long LARGEST_ROW = 16L << 20;

    private final Path file;
    private final BufferedWriter writer;
    private long longest;

    RowsWriter() throws IOException {
        file = Files.createTempFile("rows", ".json");
        writer = Files.newBufferedWriter(file);
    }

    void add(String lines) throws IOException {
        longest = Math.max(longest, lines.length());
        writer.write(lines);
    }

    /// The query that reads the rows. Keys in the file are `c0`, `c1` …, whatever the columns are called.
    String select(WrittenColumns columns) throws IOException {
        writer.close();
        List<String> read = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.list().size(); i++) {
            WrittenColumn column = columns.list().get(i);
            read.add("c" + i + ": " + Sql.text(column.readType()));
            names.add(column.expression("c" + i) + " AS " + Sql.name(column.name()));
        }
        return "SELECT %s FROM read_json(%s, format = 'newline_delimited', columns = {%s}, maximum_object_size = %d)"
                .formatted(
                        String.join(", ", names),
                        Sql.text(file.toString()),
                        String.join(", ", read),
                        Math.max(LARGEST_ROW, 4 * longest));
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(file);
    }
}
