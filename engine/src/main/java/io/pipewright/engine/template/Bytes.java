package io.pipewright.engine.template;

import java.util.Arrays;

/// A Python `bytes`; nobody changes the array.
final class Bytes implements Value {
    private final byte[] value;

    Bytes(byte[] value) {
        this.value = value;
    }

    byte[] value() {
        return value;
    }

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
}
