package io.pipewright.engine.variable;

import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of an answer about a table, checked: `columns`, `rows` and `row_count` of `docs/worker-protocol.md`.
final class TableAnswer {

    private TableAnswer() {}

    static List<ColumnInfo> columns(Map<String, @Nullable Object> answer) {
        var columns = new ArrayList<ColumnInfo>();
        for (Object column : list(answer, "columns")) {
            if (!(column instanceof Map<?, ?> fields)) throw wrongShape("columns");
            columns.add(
                    new ColumnInfo(
                            String.valueOf(fields.get("name")),
                            String.valueOf(fields.get("type"))));
        }
        return List.copyOf(columns);
    }

    static List<List<@Nullable Object>> rows(Map<String, @Nullable Object> answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Object row : list(answer, "rows")) {
            if (!(row instanceof List<?> cells)) throw wrongShape("rows");
            // Cells may be null, which List.copyOf refuses.
            rows.add(Collections.unmodifiableList(new ArrayList<@Nullable Object>(cells)));
        }
        return Collections.unmodifiableList(rows);
    }

    static long rowCount(Map<String, @Nullable Object> answer) {
        return answer.get("row_count") instanceof Number count ? count.longValue() : 0;
    }

    private static List<?> list(Map<String, @Nullable Object> answer, String field) {
        return switch (answer.get(field)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrongShape(field);
        };
    }

    private static QuestionFailedException wrongShape(String field) {
        return new QuestionFailedException(
                "The sql worker's answer cannot be read: \"" + field + "\" has another shape");
    }
}
