package io.pipewright.engine.store;

import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.run.RunStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2RunStoreTest extends RunStoreContract {

    @TempDir Path variables;

    private EngineStore store;

    @BeforeEach
    void open() {
        store = Stores.open(variables);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected RunStore store() {
        return store.runs();
    }
}
