package io.pipewright.engine.template;

import java.util.Arrays;

/// A Python `bytes`; nobody changes the array.
record Bytes(byte[] value) implements Value {
    @Override
    public String typeName() {
        return "bytes";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "Bytes" + Arrays.toString(value);
    }
}
