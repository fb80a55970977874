package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo;
import io.pipewright.worker.RunRequest;
import io.pipewright.worker.table.DuckDb;
import io.pipewright.worker.table.OutputFolder;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import io.pipewright.worker.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables that one block works with: its inputs, what it made, and its outputs. All of them lie on disk or in
/// DuckDB; JavaScript sees a page of rows at a time.
/// Thread: the block's, except `cancel`.
final class BlockTables implements AutoCloseable {

    private final DuckDb duckDb;
    private final Session session;
    private final OutputFolder outputs;
    private final List<TableRelation> relations = new ArrayList<>();
    private final List<TableScan> scans = new ArrayList<>();
    private final List<RowsWriter> writers = new ArrayList<>();
    private int madeTables;

    BlockTables(DuckDb duckDb, RunRequest request) throws SQLException {
        this.duckDb = duckDb;
        this.session = duckDb.connect(request.project());
        this.outputs = new OutputFolder(request.outputFolder());
    }

    /// A stored output of an upstream block; its number.
    int open(Path folder) throws SQLException, IOException {
        return add(TableRelation.stored(session, folder));
    }

    private int add(TableRelation relation) {
        relations.add(relation);
        return relations.size() - 1;
    }

    String columns(int table) throws SQLException {
        return OutputInfo.columns(session.columns(relations.get(table).select())).toString();
    }

    long rowCount(int table) throws SQLException {
        return session.number("SELECT count(*) FROM (" + relations.get(table).select() + ")");
    }

    int startScan(int table, int pageSize) throws SQLException {
        scans.add(TableScan.start(duckDb, relations.get(table), pageSize));
        return scans.size() - 1;
    }

    TableScan scan(int scan) {
        return scans.get(scan);
    }

    @Nullable Object endScan(int scan) throws SQLException {
        scans.get(scan).close();
        return null;
    }

    /// @param tables JSON, `[["this", 3], …]`
    int sql(String query, String tables) throws SQLException, IOException {
        for (JsonNode table : Json.parse(tables)) {
            String select = relations.get(table.path(1).asInt()).select();
            session.execute(
                    "CREATE OR REPLACE TEMP VIEW "
                            + Sql.name(table.path(0).asText())
                            + " AS "
                            + select);
        }
        return make(query, Map.of());
    }

    private int make(String query, Map<String, String> cellTypes) throws SQLException {
        String name = tableName(madeTables);
        session.execute("CREATE TABLE " + name + " AS\n" + query);
        madeTables++;
        return add(new TableRelation("SELECT * FROM " + name, cellTypes));
    }

    // In the database in memory, not a temporary table: scans have sessions of their own.
    private static String tableName(int number) {
        return "memory.main.\"block table " + number + "\"";
    }

    int startTable() throws IOException {
        writers.add(new RowsWriter());
        return writers.size() - 1;
    }

    @Nullable Object addRows(int writer, String lines) throws IOException {
        writers.get(writer).add(lines);
        return null;
    }

    int finishTable(int writer, String columns) throws SQLException, IOException {
        try (RowsWriter rows = writers.get(writer)) {
            WrittenColumns written = WrittenColumns.parse(columns);
            return make(rows.select(written), written.cellTypes());
        }
    }

    /// Stores a table as the next output; the number of the stored one.
    int storeTable(int table) throws SQLException, IOException {
        TableRelation relation = relations.get(table);
        OutputInfo output =
                outputs.addTable(
                        session, new TableSource.Query(relation.select()), relation.cellTypes());
        return open(outputs.folder(output));
    }

    /// Stores a value as the next output; gives back its text.
    String storeValue(String tagged) throws IOException {
        outputs.addValue(TaggedValues.untag(Json.parse(tagged)));
        return tagged;
    }

    List<OutputInfo> outputs() {
        return outputs.outputs();
    }

    void cancel() {
        session.cancel();
        scans.forEach(TableScan::cancel);
    }

    @Override
    public void close() throws SQLException, IOException {
        for (TableScan scan : scans) scan.close();
        for (RowsWriter writer : writers) writer.close();
        session.close();
        // In a fresh session: a cancelled one answers nothing any more.
        try (Session last = duckDb.connect()) {
            for (int i = 0; i < madeTables; i++)
                last.execute("DROP TABLE IF EXISTS " + tableName(i));
        }
    }
}
