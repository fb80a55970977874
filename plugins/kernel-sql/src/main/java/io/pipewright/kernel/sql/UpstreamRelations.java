package io.pipewright.kernel.sql;

import io.pipewright.kernel.sql.SqlJob.Upstream;
import io.pipewright.worker.BlockOutput;
import io.pipewright.worker.Input;
import io.pipewright.worker.OutputInfo.Column;
import io.pipewright.worker.table.ParquetFile;
import io.pipewright.worker.table.Session;
import io.pipewright.worker.table.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes what the upstream blocks left behind visible under the names that the statement uses: stored tables straight
/// from their Parquet files, values by way of a small temporary table.
final class UpstreamRelations {

    private static final String VALUES = "values of ";

    private final Session session;
    private final StatementDatabase database;

    UpstreamRelations(Session session, StatementDatabase database) {
        this.session = session;
        this.database = database;
    }

    void create(List<Upstream> upstreams, List<Input> inputs) throws SQLException, IOException {
        for (Upstream upstream : upstreams) {
            Optional<Input> input =
                    inputs.stream()
                            .filter(candidate -> candidate.uuid().equals(upstream.uuid()))
                            .findFirst();
            create(upstream, input.map(Input::outputs).orElse(List.of()));
        }
    }

    private void create(Upstream upstream, List<Input.Output> outputs)
            throws SQLException, IOException {
        if (database.showOwn(upstream)) return;
        List<ParquetFile> files =
                outputs.stream()
                        .map(output -> new ParquetFile(output.folder().resolve("data.parquet")))
                        .filter(file -> Files.exists(file.path()))
                        .toList();
        if (!files.isEmpty()) showFiles(upstream, files);
        else if (!outputs.isEmpty()) showValues(upstream, outputs);
        else noData(upstream);
    }

    private void showFiles(Upstream upstream, List<ParquetFile> files)
            throws SQLException, IOException {
        boolean clean = !database.keepsNames(upstream);
        for (int i = 0; i < files.size(); i++) {
            ParquetFile file = files.get(i);
            String name = i == 0 ? upstream.table() : upstream.table() + "_" + i;
            database.show(name, clean ? cleaned(file) : file.select(session));
        }
        if (files.getFirst().rowCount(session) == 0) noData(upstream);
    }

    private String cleaned(ParquetFile file) throws SQLException {
        List<Column> columns = file.columns(session);
        if (columns.isEmpty()) return file.select(columns);
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> clean = ColumnNames.cleanAll(names);
        var list = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++)
            list.add(Sql.name(names.get(i)) + " AS " + Sql.name(clean.get(i)));
        return "SELECT " + String.join(", ", list) + " FROM " + file.relation();
    }

    private void showValues(Upstream upstream, List<Input.Output> outputs)
            throws SQLException, IOException {
        ValueRows rows = ValueRows.of(outputs);
        if (rows.isEmpty()) {
            noData(upstream);
            return;
        }
        Path file = Files.createTempFile("values", ".json");
        try {
            rows.write(file);
            session.execute(
                    "CREATE TEMP TABLE "
                            + Sql.name(VALUES + upstream.uuid())
                            + " AS "
                            + rows.select(file));
            database.show(
                    upstream.table(), "SELECT * FROM temp." + Sql.name(VALUES + upstream.uuid()));
        } finally {
            Files.delete(file);
        }
    }

    private static void noData(Upstream upstream) {
        BlockOutput.line("No data in upstream block " + upstream.uuid() + ".");
    }
}
