package io.pipewright.engine.execution;

import io.pipewright.engine.kernel.Secret;
import io.pipewright.engine.project.SqlProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The database that a SQL block runs on.
sealed interface SqlConnection {

    SqlProvider provider();

    /// Whether a table in the other one is a table in this one.
    boolean isSameAs(SqlConnection other);

    /// The `connection` of the protocol; empty for DuckDB, which the worker has in itself.
    Optional<Map<String, Object>> json();

    /// @param file absolute
    record DuckDb(Path file) implements SqlConnection {

        @Override
        public SqlProvider provider() {
            return SqlProvider.DUCKDB;
        }

        @Override
        public boolean isSameAs(SqlConnection other) {
            return equals(other);
        }

        @Override
        public Optional<Map<String, Object>> json() {
            return Optional.empty();
        }
    }

    record Server(SqlProvider provider, Address address, Login login) implements SqlConnection {

        record Address(String host, int port, String database) {}

        /// @param connectTimeout seconds
        record Login(String user, Secret password, int connectTimeout) {}

        @Override
        public boolean isSameAs(SqlConnection other) {
            return other instanceof Server server
                    && server.provider == provider
                    && server.address.equals(address);
        }

        @Override
        public Optional<Map<String, Object>> json() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("provider", provider.word());
            fields.put("host", address.host());
            fields.put("port", address.port());
            fields.put("database", address.database());
            fields.put("user", login.user());
            fields.put("password", login.password());
            fields.put("connect_timeout", login.connectTimeout());
            return Optional.of(fields);
        }
    }
}
