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

    /// @param provider DuckDB or SQLite
    /// @param file absolute
    record DatabaseFile(SqlProvider provider, Path file) implements SqlConnection {

        @Override
        public boolean isSameAs(SqlConnection other) {
            return equals(other);
        }

        @Override
        public Optional<Map<String, Object>> json() {
            return provider == SqlProvider.DUCKDB
                    ? Optional.empty()
                    : Optional.of(Map.of("provider", provider.word(), "database", file.toString()));
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
