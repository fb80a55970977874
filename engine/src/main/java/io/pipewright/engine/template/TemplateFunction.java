package io.pipewright.engine.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function that a template may call, and what a template's `lambda` becomes in Java.
///
/// Arguments and result are plain values: null, Boolean, Long, BigInteger, Double, String, List, Map,
/// Set, byte[], LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Duration, TemplateFunction.
/// A [TemplateException] thrown here gets the line of the call.
@FunctionalInterface
public interface TemplateFunction {
    @Nullable Object call(List<@Nullable Object> positional, Map<String, @Nullable Object> named);
}
