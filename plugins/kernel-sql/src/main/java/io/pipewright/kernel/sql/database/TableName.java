package io.pipewright.kernel.sql.database;

import java.util.UUID;

/// A table, as the database itself writes its names: not quoted.
///
/// @param schema empty: the current one
public record TableName(String schema, String name) {

    /// `stage.orders` or `orders`; of three parts the first, a database, is left out.
    public static TableName parse(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        String schema = parts.length > 1 ? parts[parts.length - 2] : "";
        return new TableName(schema, parts[parts.length - 1]);
    }

    /// Another table in the same schema, whose name nobody else has.
    TableName sibling() {
        return new TableName(schema, "pipewright_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
