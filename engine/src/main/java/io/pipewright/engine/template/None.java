package io.pipewright.engine.template;

enum None implements Value {
    NONE;

    @Override
    public String typeName() {
        return "NoneType";
    }
}
