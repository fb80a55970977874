package io.pipewright.engine.variable;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads parts of stored outputs: tables through a sql worker, never whole; values from their file.
///
/// Thread: any, blocking on another process.
/// Errors: `VariableMissingException` if nothing is stored under the key, `QuestionFailedException` if it cannot be answered.
public final class TableReader {

    /// The largest JSON value that is shown, in bytes.
    private static final long LARGEST_VALUE = 8L << 20;

    private final OutputLayout layout;
    private final SqlQuestions questions;

    public TableReader(OutputLayout layout, SqlQuestions questions) {
        this.layout = layout;
        this.questions = questions;
    }

    /// Shape: at most `limit` rows in stored order from `offset`, all columns; empty behind the end.
    public TablePage page(VariableKey key, long offset, int limit) {
        return page(
                questions.ask(question("page", key, Map.of("offset", offset, "limit", limit))),
                offset);
    }

    /// The columns and the row count, no rows.
    public TablePage schema(VariableKey key) {
        return page(questions.ask(question("schema", key, Map.of())), 0);
    }

    /// Shape: the group, then one column for each metric; at most `limit` rows, ordered by the group.
    public TablePage chart(ChartQuestion chart) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("group_by", chart.groupBy());
        fields.put(
                "metrics",
                chart.metrics().stream()
                        .map(
                                metric ->
                                        Map.of(
                                                "column",
                                                metric.column(),
                                                "aggregation",
                                                metric.aggregation()))
                        .toList());
        fields.put("time_interval", chart.timeInterval().orElse(null));
        fields.put("limit", chart.limit());
        return page(questions.ask(question("chart", chart.output(), fields)), 0);
    }

    /// Shape: lower edge and count of each bucket.
    public TablePage histogram(VariableKey key, String column, int buckets) {
        return page(
                questions.ask(
                        question("histogram", key, Map.of("column", column, "buckets", buckets))),
                0);
    }

    /// Writes a stored table to a file, replacing it.
    ///
    /// @param format `csv`, `json` or `parquet`
    /// @param limit most rows; all if empty
    /// @return rows written
    public long export(VariableKey key, Path target, String format, OptionalInt limit) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("target", target.toAbsolutePath().toString());
        fields.put("format", format);
        limit.ifPresent(most -> fields.put("limit", most));
        return TableAnswer.rowCount(questions.ask(question("export", key, fields)));
    }

    /// JSON text of a value that is no table.
    public String value(VariableKey key) {
        Path folder = layout.outputFolder(key);
        Path legacy = folder.resolveSibling(key.output() + ".json");
        Path file = Files.isDirectory(folder) ? folder.resolve("data.json") : legacy;
        if (!Files.isRegularFile(file)) throw missing(key, file);
        try {
            long bytes = Files.size(file);
            if (bytes > LARGEST_VALUE) throw tooLarge(key, file, bytes);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read \"" + file + "\": " + e.getMessage(), e);
        }
    }

    private Map<String, @Nullable Object> question(
            String word, VariableKey key, Map<String, ? extends @Nullable Object> fields) {
        Path file = layout.outputFolder(key).resolve("data.parquet");
        if (!Files.isRegularFile(file)) throw missing(key, file);
        var question = new LinkedHashMap<String, @Nullable Object>();
        question.put("question", word);
        question.put("file", file.toString());
        question.putAll(fields);
        return question;
    }

    private static TablePage page(Map<String, @Nullable Object> answer, long offset) {
        List<ColumnInfo> columns = TableAnswer.columns(answer);
        List<List<@Nullable Object>> rows = TableAnswer.rows(answer);
        return new TablePage(
                columns, rows, offset, Math.max(TableAnswer.rowCount(answer), rows.size()));
    }

    private static VariableMissingException missing(VariableKey key, Path file) {
        return new VariableMissingException(
                "Output \""
                        + key.output()
                        + "\" of block \""
                        + key.block()
                        + "\" is not stored ("
                        + file
                        + "); run the block again");
    }

    private static QuestionFailedException tooLarge(VariableKey key, Path file, long bytes) {
        return new QuestionFailedException(
                "Output \""
                        + key.output()
                        + "\" of block \""
                        + key.block()
                        + "\" has "
                        + bytes
                        + " bytes of JSON, more than the "
                        + LARGEST_VALUE
                        + " that are shown; it is in "
                        + file);
    }
}
