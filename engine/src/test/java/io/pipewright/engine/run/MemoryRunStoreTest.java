package io.pipewright.engine.run;

class MemoryRunStoreTest extends RunStoreContract {

    private final MemoryRunStore store = new MemoryRunStore();

    @Override
    protected RunStore store() {
        return store;
    }
}
