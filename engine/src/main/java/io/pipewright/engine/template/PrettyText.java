package io.pipewright.engine.template;

import io.pipewright.engine.template.Sequence.ListValue;
import io.pipewright.engine.template.Sequence.TupleValue;
import java.util.ArrayList;
import java.util.List;

/// `pprint`: as `repr`, with the keys of dicts in order and one item a line where 80 columns do not do.
/// Source: Python's `pprint.pformat`, except that a long text is not cut up.
final class PrettyText {
    private static final int WIDTH = 80;

    private final Rendering rendering;
    private final StringBuilder out = new StringBuilder();

    private PrettyText(Rendering rendering) {
        this.rendering = rendering;
    }

    static String of(Rendering rendering, Value value) {
        var text = new PrettyText(rendering);
        text.append(text.sorted(value), 0, 0);
        return text.out.toString();
    }

    private Value sorted(Value value) {
        rendering.meter().enter();
        var result =
                switch (value) {
                    case DictValue dict -> sortedDict(dict);
                    case ListValue list -> new ListValue(sortedItems(list.items()));
                    case TupleValue tuple -> new TupleValue(sortedItems(tuple.items()));
                    default -> value;
                };
        rendering.meter().leave();
        return result;
    }

    private Value sortedDict(DictValue dict) {
        var result = DictValue.empty();
        for (var entry : ListFilters.byKey(rendering, dict)) {
            result.entries().put(entry.getKey(), sorted(entry.getValue()));
        }
        return result;
    }

    private List<Value> sortedItems(List<Value> items) {
        rendering.meter().steps(items.size());
        var sorted = new ArrayList<Value>();
        for (var item : items) sorted.add(sorted(item));
        return sorted;
    }

    /// @param column where the value starts
    /// @param after how many closing brackets must still fit behind it
    private void append(Value value, int column, int after) {
        var flat = rendering.repr(value);
        if (flat.length() <= WIDTH - column - after) {
            out.append(flat);
            return;
        }
        switch (value) {
            case DictValue dict when !dict.entries().isEmpty() -> dict(dict, column, after);
            case ListValue list -> items("[", list.items(), "]", column, after);
            case TupleValue tuple ->
                    items(
                            "(",
                            tuple.items(),
                            tuple.items().size() == 1 ? ",)" : ")",
                            column,
                            after);
            default -> out.append(flat);
        }
        rendering.meter().text(out.length());
    }

    private void dict(DictValue dict, int column, int after) {
        out.append('{');
        var left = dict.entries().size();
        for (var entry : dict.entries().entrySet()) {
            var key = rendering.repr(entry.getKey());
            out.append(key).append(": ");
            left--;
            append(entry.getValue(), column + 1 + key.length() + 2, left == 0 ? after + 1 : 1);
            if (left > 0) newLine(column);
        }
        out.append('}');
    }

    private void items(String open, List<Value> items, String close, int column, int after) {
        out.append(open);
        for (var i = 0; i < items.size(); i++) {
            var last = i == items.size() - 1;
            append(items.get(i), column + 1, last ? after + close.length() : 1);
            if (!last) newLine(column);
        }
        out.append(close);
    }

    private void newLine(int column) {
        out.append(",\n").append(" ".repeat(column + 1));
    }
}
