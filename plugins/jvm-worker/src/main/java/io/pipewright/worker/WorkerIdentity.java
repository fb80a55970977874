package io.pipewright.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// How a worker introduces itself.
///
/// @param kernel the kernel's name, `sql` or `polyglot`
/// @param runtime product and version for people, `DuckDB v2.0.0`
/// @param features library to version
public record WorkerIdentity(String kernel, String runtime, Map<String, String> features) {

    public WorkerIdentity {
        features = Map.copyOf(features);
    }

    ObjectNode hello(String token) {
        ObjectNode hello =
                Json.object()
                        .put("type", "hello")
                        .put("token", token)
                        .put("pid", ProcessHandle.current().pid())
                        .put("kernel", kernel)
                        .put("runtime", runtime);
        ObjectNode list = hello.putObject("features");
        features.forEach(list::put);
        return hello;
    }
}
