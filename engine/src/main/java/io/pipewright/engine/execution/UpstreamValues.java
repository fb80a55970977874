package io.pipewright.engine.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipewright.engine.kernel.KernelRequest.Input;
import io.pipewright.engine.run.OutputInfo;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.SqlQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads stored outputs for templates: a table as its first 10,000 rows, each a map; anything else from its JSON file.
public final class UpstreamValues implements StoredValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 10_000;

    private final SqlQuestions questions;

    public UpstreamValues(SqlQuestions questions) {
        this.questions = questions;
    }

    @Override
    public @Nullable Object value(Input input) {
        var values = new ArrayList<@Nullable Object>();
        input.outputs().forEach(output -> values.add(value(output)));
        return values.size() == 1 ? values.getFirst() : values;
    }

    private @Nullable Object value(OutputInfo output) {
        Path file = output.folder().resolve(output.seal().file());
        if (output.rowCount().isPresent()) return rows(output, file);
        try {
            return JSON.readValue(file.toFile(), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read output \"" + file + "\" for a template", e);
        }
    }

    private List<Map<String, @Nullable Object>> rows(OutputInfo output, Path file) {
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        question.put("question", "page");
        question.put("file", file.toString());
        question.put("offset", 0);
        question.put("limit", MOST_ROWS);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        if (questions.ask(question).get("rows") instanceof List<?> cells) {
            cells.forEach(row -> rows.add(row(output.columns(), (List<?>) row)));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(List<ColumnInfo> columns, List<?> cells) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).name(), cells.get(i));
        }
        return row;
    }
}
