package io.pipewright.worker.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.OutputInfo.TableInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes one table into its output folder: `data.parquet` and the files that describe it.
final class TableWriter {

    private static final int SAMPLE_ROWS = 1000;
    private static final int SAMPLE_COLUMNS = 1000;

    private final Session session;
    private final Path folder;
    private final Map<String, String> cellTypes;

    TableWriter(Session session, Path folder, Map<String, String> cellTypes) {
        this.session = session;
        this.folder = folder;
        this.cellTypes = cellTypes;
    }

    StoredTable write(TableSource source) throws SQLException, IOException {
        var file = new ParquetFile(folder.resolve("data.parquet"));
        CopyStatistics copied =
                switch (source) {
                    case TableSource.Table table -> copyTable(table, file);
                    case TableSource.Query query -> copyQuery(query.text(), file);
                };
        List<Column> columns = file.columns(session);
        writeSample(file, columns, copied.rowCount());
        writeTypes(columns, copied);
        writeStatistics(copied.rowCount(), columns.size());
        return new StoredTable(new TableInfo(copied.rowCount(), columns), copied.bytes());
    }

    private CopyStatistics copyTable(TableSource.Table table, ParquetFile file)
            throws SQLException {
        List<Column> columns = session.columns("SELECT * FROM " + table.name());
        Optional<String> conversion = WideIntegers.conversion(session, table.name(), columns);
        boolean all = session.number("SELECT count(*) FROM " + table.name()) <= table.limit();
        // A bare table name is copied by all threads; a limit would leave one.
        if (all && conversion.isEmpty()) return copy(table.name(), file);
        String query = "SELECT " + conversion.orElse("*") + " FROM " + table.name();
        return copy("(" + query + (all ? "" : " LIMIT " + table.limit()) + ")", file);
    }

    private CopyStatistics copyQuery(String query, ParquetFile file) throws SQLException {
        if (!WideIntegers.any(session.columns(query))) return copy("(" + query + "\n)", file);
        // What fits into such a column has to be looked up, and the query must not run twice for
        // it.
        session.execute("CREATE OR REPLACE TEMP TABLE pipewright_result AS\n" + query);
        try {
            return copyTable(new TableSource.Table("temp.pipewright_result", Long.MAX_VALUE), file);
        } finally {
            session.execute("DROP TABLE temp.pipewright_result");
        }
    }

    private CopyStatistics copy(String source, ParquetFile file) throws SQLException {
        String target = Sql.text(file.path().toString());
        String copy =
                "COPY "
                        + source
                        + " TO "
                        + target
                        + " (FORMAT parquet, COMPRESSION zstd, RETURN_STATS)";
        return session.query(
                copy,
                result -> {
                    result.next();
                    return CopyStatistics.from(result);
                });
    }

    private void writeSample(ParquetFile file, List<Column> columns, long rowCount)
            throws SQLException, IOException {
        Path sample = folder.resolve("sample_data.parquet");
        if (rowCount <= SAMPLE_ROWS && columns.size() <= SAMPLE_COLUMNS) {
            Files.copy(file.path(), sample);
        } else {
            String rows = file.select(columns.subList(0, Math.min(columns.size(), SAMPLE_COLUMNS)));
            copy("(" + rows + " LIMIT " + SAMPLE_ROWS + ")", new ParquetFile(sample));
        }
    }

    private void writeTypes(List<Column> columns, CopyStatistics copied) throws IOException {
        ObjectNode types = Json.object();
        for (Column column : columns) {
            String type = PythonTypes.of(column.type(), copied.hasNulls(column.name()));
            types.put(column.name(), cellTypes.getOrDefault(column.name(), type));
        }
        Files.write(folder.resolve("data_column_types.json"), Json.bytes(types));
    }

    private void writeStatistics(long rows, int columns) throws IOException {
        ObjectNode statistics =
                Json.object().put("original_row_count", rows).put("original_column_count", columns);
        Files.write(folder.resolve("statistics.json"), Json.bytes(statistics));
    }
}
