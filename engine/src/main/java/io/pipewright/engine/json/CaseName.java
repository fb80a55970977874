package io.pipewright.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.VirtualAnnotatedMember;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;

/// The property `is` of a record that is one case of a sealed interface: its simple class name.
final class CaseName extends VirtualBeanPropertyWriter {

    static final String PROPERTY = "is";

    private static final long serialVersionUID = 1L;

    private CaseName(BeanPropertyDefinition definition, Annotations annotations, JavaType type) {
        super(definition, annotations, type);
    }

    static CaseName of(MapperConfig<?> config, AnnotatedClass owner) {
        JavaType text = config.constructType(String.class);
        var member = new VirtualAnnotatedMember(owner, owner.getRawType(), PROPERTY, text);
        var definition =
                SimpleBeanPropertyDefinition.construct(
                        config, member, PropertyName.construct(PROPERTY));
        return new CaseName(definition, owner.getAnnotations(), text);
    }

    @Override
    protected Object value(Object bean, JsonGenerator json, SerializerProvider provider) {
        return bean.getClass().getSimpleName();
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config,
            AnnotatedClass owner,
            BeanPropertyDefinition definition,
            JavaType type) {
        return new CaseName(definition, owner.getAnnotations(), type);
    }
}
