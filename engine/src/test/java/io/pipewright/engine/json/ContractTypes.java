package io.pipewright.engine.json;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.session.ProjectSession;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The records and sealed interfaces that cross the session or are stored, found by following the session's signatures.
final class ContractTypes {

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private ContractTypes() {}

    static Set<Class<?>> all() {
        var types = new ContractTypes();
        List.of(EngineEvent.class, PipelineRun.class, BlockRun.class).forEach(types::follow);
        for (Method method : ProjectSession.class.getDeclaredMethods()) {
            types.follow(method.getGenericReturnType());
            for (Type parameter : method.getGenericParameterTypes()) types.follow(parameter);
        }
        return types.found;
    }

    private void follow(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) follow(argument);
        } else if (type instanceof Class<?> ours && ours.getName().startsWith("io.pipewright.")) {
            followOurs(ours);
        }
    }

    private void followOurs(Class<?> type) {
        if (!(type.isRecord() || type.isSealed()) || !found.add(type)) return;
        if (type.isSealed()) List.of(type.getPermittedSubclasses()).forEach(this::follow);
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents())
                follow(component.getGenericType());
        }
    }
}
