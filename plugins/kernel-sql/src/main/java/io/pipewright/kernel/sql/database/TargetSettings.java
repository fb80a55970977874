package io.pipewright.kernel.sql.database;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipewright.worker.Json;
import java.time.Duration;

/// Which database to connect to. Drivers get these settings and no others: a profile cannot name a class to load or a
/// script to run.
///
/// @param provider `postgres`, `mysql` or `sqlite`
/// @param server none for a file
/// @param database its name, or the file
public record TargetSettings(String provider, Server server, String database) {

    /// @param host empty for a file
    /// @param connectTimeout in whole seconds
    public record Server(
            String host, int port, String user, String password, Duration connectTimeout) {

        /// ` at "host:5432" as user "etl"`; nothing for a file.
        public String shown() {
            return host.isEmpty() ? "" : " at \"%s:%d\" as user \"%s\"".formatted(host, port, user);
        }

        /// Without the password, so that no log and no message can have it.
        @Override
        public String toString() {
            return user + "@" + host + ":" + port;
        }
    }

    public static TargetSettings from(JsonNode connection) {
        var server =
                new Server(
                        Json.text(connection, "host").orElse(""),
                        connection.path("port").asInt(),
                        Json.text(connection, "user").orElse(""),
                        Json.text(connection, "password").orElse(""),
                        Duration.ofSeconds(connection.path("connect_timeout").asInt(10)));
        return new TargetSettings(
                connection.path("provider").asText(), server, connection.path("database").asText());
    }
}
