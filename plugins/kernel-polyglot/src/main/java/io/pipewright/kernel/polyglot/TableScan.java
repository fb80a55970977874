package io.pipewright.kernel.polyglot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipewright.worker.Json;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.DuckDb;
import io.pipewright.worker.table.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One walk over a table's rows, a page at a time.
final class TableScan implements AutoCloseable {

    private final Session session;
    private final ResultSet rows;
    private final List<ScanColumn> columns;
    private final int pageSize;

    private TableScan(Session session, ResultSet rows, List<ScanColumn> columns, int pageSize) {
        this.session = session;
        this.rows = rows;
        this.columns = columns;
        this.pageSize = pageSize;
    }

    static TableScan start(DuckDb duckDb, TableRelation relation, int pageSize)
            throws SQLException {
        Session session = duckDb.connect();
        var columns = new ArrayList<ScanColumn>();
        for (Column column : session.columns(relation.select()))
            columns.add(ScanColumn.of(session, relation, column));
        return new TableScan(session, session.open(relation.select()), columns, pageSize);
    }

    /// `{"columns": [{"name", "type", "kind"}]}`
    String columns() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("columns");
        columns.forEach(
                column ->
                        list.addObject()
                                .put("name", column.name())
                                .put("type", column.type())
                                .put("kind", column.kind().name().toLowerCase(Locale.ROOT)));
        return answer.toString();
    }

    /// `{"count": n, "cells": [[…], …]}`, one array per column; null after the last row.
    @Nullable String nextPage() throws SQLException {
        var cells = new ArrayList<StringBuilder>();
        columns.forEach(_ -> cells.add(new StringBuilder()));
        int count = 0;
        while (count < pageSize && rows.next()) {
            for (int i = 0; i < cells.size(); i++) {
                if (count > 0) cells.get(i).append(',');
                columns.get(i).append(rows, i + 1, cells.get(i));
            }
            count++;
        }
        return count == 0
                ? null
                : "{\"count\":" + count + ",\"cells\":[[" + String.join("],[", cells) + "]]}";
    }

    void cancel() {
        session.cancel();
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
