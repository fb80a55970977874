package io.pipewright.kernel.sql.database;

import java.sql.SQLException;
import java.util.regex.Pattern;

/// Host and port as they stand in a JDBC address. A host that could carry settings of the driver is refused.
final class Hosts {

    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._-]+");
    private static final Pattern IPV6 = Pattern.compile("\\[?([\\p{XDigit}:.]+(?:%\\w+)?)]?");

    private Hosts() {}

    static String checked(TargetSettings.Server server) throws SQLException {
        String host = server.host();
        if (NAME.matcher(host).matches()) return host + ":" + server.port();
        var ipv6 = IPV6.matcher(host);
        if (ipv6.matches()) return "[" + ipv6.group(1) + "]:" + server.port();
        throw new SQLException(
                host.startsWith("/")
                        ? "\"%s\" is the folder of a Unix socket, and only TCP is spoken here; name a host such as localhost"
                                .formatted(host)
                        : "\"%s\" is no host name".formatted(host));
    }
}
