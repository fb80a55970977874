package io.pipewright.engine.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells Jackson what our records and sealed interfaces say already, so that they carry no annotations.
final class RecordNames extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final String OURS = "io.pipewright.";
    private static final JsonTypeInfo.Value NAMED =
            JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME,
                    JsonTypeInfo.As.PROPERTY,
                    CaseName.PROPERTY,
                    null,
                    false,
                    true,
                    null);

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType base) {
        // Writing is the job of CaseName: Jackson's own way forgets the name where generics are
        // erased, as in List.of(state).
        if (config instanceof SerializationConfig || sealedAncestor(type.getRawType()).isEmpty())
            return null;
        return new StdTypeResolverBuilder(NAMED);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        if (!isOurSealed(type.getRawType())) return null;
        return leaves(type.getRawType()).stream()
                .map(leaf -> new NamedType(leaf, leaf.getSimpleName()))
                .toList();
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
        return sealedAncestor(type.getRawType()).isEmpty()
                ? null
                : type.getRawType().getSimpleName();
    }

    @Override
    public void findAndAddVirtualProperties(
            MapperConfig<?> config, AnnotatedClass type, List<BeanPropertyWriter> properties) {
        if (type.getRawType().isRecord() && sealedAncestor(type.getRawType()).isPresent()) {
            properties.addFirst(CaseName.of(config, type));
        }
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated accessor) {
        if (!(accessor instanceof AnnotatedMethod method) || !isId(method.getDeclaringClass()))
            return null;
        return method.getName().equals("value") ? true : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated creator) {
        if (!(creator instanceof AnnotatedConstructor constructor)) return null;
        return isId(constructor.getDeclaringClass()) ? JsonCreator.Mode.DELEGATING : null;
    }

    private static boolean isId(Class<?> type) {
        return type.getName().startsWith(OURS)
                && type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static Optional<Class<?>> sealedAncestor(Class<?> type) {
        if (isOurSealed(type)) return Optional.of(type);
        return Arrays.<Class<?>>stream(type.getInterfaces())
                .flatMap(parent -> sealedAncestor(parent).stream())
                .findFirst();
    }

    private static boolean isOurSealed(Class<?> type) {
        return type.isSealed() && type.getName().startsWith(OURS);
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        var leaves = new ArrayList<Class<?>>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) leaves.addAll(leaves(permitted));
            else leaves.add(permitted);
        }
        return leaves;
    }
}
