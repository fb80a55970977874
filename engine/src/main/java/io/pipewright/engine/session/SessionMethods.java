package io.pipewright.engine.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The methods of `ProjectSession` as calls with JSON arguments and results: one generic door instead of a handler a method.
/// Thread: any.
final class SessionMethods {

    private static final Map<String, Method> METHODS =
            Arrays.stream(ProjectSession.class.getMethods())
                    .filter(method -> !List.of("close", "subscribe").contains(method.getName()))
                    .collect(Collectors.toMap(Method::getName, Function.identity()));

    private final ObjectMapper json;

    SessionMethods(ObjectMapper json) {
        this.json = json;
    }

    List<JsonNode> arguments(@Nullable Object @Nullable [] values) {
        var arguments = new ArrayList<JsonNode>();
        if (values == null) return arguments;
        for (Object value : values) {
            // The engine's working folder is another one.
            arguments.add(tree(value instanceof Path path ? path.toAbsolutePath() : value));
        }
        return arguments;
    }

    @Nullable Object result(Method method, JsonNode result) throws JsonProcessingException {
        if (method.getReturnType() == void.class) return null;
        return value(method.getGenericReturnType(), result);
    }

    /// Calls the method on `target` and gives its result.
    ///
    /// @throws SessionException as the method throws it, or for an unknown method or wrong arguments
    JsonNode call(ProjectSession target, SessionFrame.Call call) {
        Method method = METHODS.get(call.method());
        if (method == null || method.getParameterCount() != call.arguments().size()) {
            throw new SessionException(
                    "The engine knows no call \""
                            + call.method()
                            + "\" with "
                            + call.arguments().size()
                            + " arguments; window and engine are of different versions.");
        }
        try {
            return tree(method.invoke(target, values(method, call.arguments())));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(call.method(), e.getCause());
        } catch (IllegalAccessException | JsonProcessingException e) {
            throw new SessionException(
                    "The engine could not read the call \"" + call.method() + "\"", e);
        }
    }

    private @Nullable Object[] values(Method method, List<JsonNode> arguments)
            throws JsonProcessingException {
        Type[] types = method.getGenericParameterTypes();
        var values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], arguments.get(i));
        }
        return values;
    }

    private JsonNode tree(@Nullable Object value) {
        return json.valueToTree(value);
    }

    private @Nullable Object value(Type type, JsonNode node) throws JsonProcessingException {
        return json.readerFor(javaType(type)).readValue(node.toString());
    }

    private JavaType javaType(Type type) {
        return json.constructType(type);
    }
}
