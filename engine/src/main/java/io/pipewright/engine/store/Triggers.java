package io.pipewright.engine.store;

import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.RunOrigin;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The hidden triggers of runs by hand.
final class Triggers {

    private Triggers() {}

    static Optional<Long> manual(Handle handle, PipelineId pipeline) {
        return handle.createQuery(
                        "select id from run_trigger where pipeline = :pipeline and kind = 'manual'")
                .bind("pipeline", pipeline.value())
                .mapTo(Long.class)
                .findOne();
    }

    /// The one that is there by now, or a new one.
    static long makeManual(Handle handle, PipelineId pipeline) {
        return manual(handle, pipeline)
                .orElseGet(
                        () -> {
                            long id = nextId(handle);
                            handle.createUpdate(
                                            "insert into run_trigger (id, pipeline, kind, name)"
                                                    + " values (:id, :pipeline, 'manual', :name)")
                                    .bind("id", id)
                                    .bind("pipeline", pipeline.value())
                                    .bind("name", RunOrigin.MANUAL)
                                    .execute();
                            return id;
                        });
    }

    private static long nextId(Handle handle) {
        long id =
                handle.createQuery("select next_trigger_id from engine_state")
                        .mapTo(Long.class)
                        .one();
        handle.execute("update engine_state set next_trigger_id = ?", id + 1);
        return id;
    }
}
