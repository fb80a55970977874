package io.pipewright.kernel.sql;

import java.sql.SQLException;

/// A table is there already, and the block's write policy does not allow for it.
final class TableExistsException extends SQLException {

    TableExistsException(String table, WritePolicy policy) {
        super(policy.refusal(table));
    }
}
