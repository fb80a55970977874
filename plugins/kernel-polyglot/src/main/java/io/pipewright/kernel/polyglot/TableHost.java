package io.pipewright.kernel.polyglot;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// The functions that our JavaScript modules call. Tables, scans and writers are numbers there.
/// Thread: the block's.
final class TableHost {

    @FunctionalInterface
    private interface Function {
        @Nullable Object call(BlockTables tables, Value[] arguments)
                throws SQLException, IOException;
    }

    private @Nullable BlockTables open;

    void open(BlockTables tables) {
        open = tables;
    }

    ProxyObject functions() {
        var functions = new HashMap<String, Object>();
        add(functions, "columns", (tables, values) -> tables.columns(values[0].asInt()));
        add(functions, "rowCount", (tables, values) -> tables.rowCount(values[0].asInt()));
        add(
                functions,
                "sql",
                (tables, values) -> tables.sql(values[0].asString(), values[1].asString()));
        add(
                functions,
                "startScan",
                (tables, values) -> tables.startScan(values[0].asInt(), values[1].asInt()));
        add(functions, "scanColumns", (tables, values) -> tables.scan(values[0].asInt()).columns());
        add(functions, "nextPage", (tables, values) -> tables.scan(values[0].asInt()).nextPage());
        add(functions, "endScan", (tables, values) -> tables.endScan(values[0].asInt()));
        add(functions, "startTable", (tables, _) -> tables.startTable());
        add(
                functions,
                "addRows",
                (tables, values) -> tables.addRows(values[0].asInt(), values[1].asString()));
        add(
                functions,
                "finishTable",
                (tables, values) -> tables.finishTable(values[0].asInt(), values[1].asString()));
        add(functions, "storeTable", (tables, values) -> tables.storeTable(values[0].asInt()));
        add(functions, "storeValue", (tables, values) -> tables.storeValue(values[0].asString()));
        return ProxyObject.fromMap(functions);
    }

    private void add(Map<String, Object> functions, String name, Function function) {
        functions.put(name, (ProxyExecutable) arguments -> answer(function, arguments));
    }

    // An exception of Java would not be an Error in JavaScript.
    private ProxyObject answer(Function function, Value[] arguments) {
        var answer = new HashMap<String, Object>();
        try {
            answer.put(
                    "value",
                    function.call(Objects.requireNonNull(open, "no block runs"), arguments));
        } catch (SQLException | IOException e) {
            answer.put("error", String.valueOf(e.getMessage()));
        }
        return ProxyObject.fromMap(answer);
    }
}
