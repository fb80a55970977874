package io.pipewright.engine.template;

/// One value inside a template. The set is closed: what a value can do is decided by switches over it,
/// never by looking into a Java object.
///
/// `equals` and `hashCode` follow Python (`1 == 1.0 == True`), so values can be keys of a Java map.
sealed interface Value
        permits None,
                Undefined,
                Num,
                Text,
                Bytes,
                Sequence,
                DictValue,
                DictView,
                SetValue,
                RangeValue,
                Stream,
                Temporal,
                HostObject {
    /// Python's name of the type, for messages.
    String typeName();
}
