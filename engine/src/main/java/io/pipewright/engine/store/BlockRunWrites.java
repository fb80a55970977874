package io.pipewright.engine.store;

import io.pipewright.engine.run.BlockRun;
import io.pipewright.engine.run.BlockRunKey;
import io.pipewright.engine.run.IllegalStateMoveException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the writer does to block runs. Every statement that changes a state must find it not final.
final class BlockRunWrites {

    private BlockRunWrites() {}

    static void insert(Handle handle, BlockRun blockRun, String details) {
        BlockRunKey key = blockRun.key();
        int inserted =
                handle.createUpdate(
                                """
                                insert into block_run
                                       (run_id, run_attempt, pipeline, block, block_run_uuid, attempt, state, details)
                                select id, pipeline_run.attempt, pipeline, :block, :uuid, :attempt, :state, :details
                                  from pipeline_run
                                 where id = :run
                                   and not exists (select 1
                                                     from block_run
                                                    where run_id = :run
                                                      and block_run_uuid = :uuid
                                                      and attempt = :attempt)
                                """)
                        .bind("block", blockRun.block().value())
                        .bind("uuid", key.blockRunUuid())
                        .bind("attempt", key.attempt())
                        .bind("state", blockRun.state().word())
                        .bind("details", details)
                        .bind("run", key.run().value())
                        .execute();
        if (inserted != 1) throw refused(handle, blockRun);
    }

    static void move(Handle handle, BlockRun blockRun, String details) {
        if (!blockRun.state().isFinal()) refuseInEndedRun(handle, blockRun);
        BlockRunKey key = blockRun.key();
        int moved =
                handle.createUpdate(
                                """
                                update block_run
                                   set state = :state, started_at = :startedAt, ended_at = :endedAt, details = :details
                                 where run_id = :run
                                   and block_run_uuid = :uuid
                                   and attempt = :attempt
                                   and state in ('initial', 'queued', 'running')
                                """)
                        .bind("state", blockRun.state().word())
                        .bind("startedAt", RunWrites.utc(blockRun.state().started()))
                        .bind("endedAt", RunWrites.utc(blockRun.state().ended()))
                        .bind("details", details)
                        .bind("run", key.run().value())
                        .bind("uuid", key.blockRunUuid())
                        .bind("attempt", key.attempt())
                        .execute();
        if (moved != 1) throw refused(handle, blockRun);
    }

    /// Nothing starts in a run that has ended, whatever the caller believes.
    private static void refuseInEndedRun(Handle handle, BlockRun blockRun) {
        Optional<String> run = RunWrites.state(handle, blockRun.key().run());
        if (run.filter(state -> state.equals("initial") || state.equals("running")).isPresent()) {
            return;
        }
        throw RunWrites.refused(
                IllegalStateMoveException.name(blockRun.key()),
                blockRun.state().word(),
                run.map(state -> "its run is " + state));
    }

    private static IllegalStateMoveException refused(Handle handle, BlockRun blockRun) {
        return RunWrites.refused(
                IllegalStateMoveException.name(blockRun.key()),
                blockRun.state().word(),
                state(handle, blockRun.key()).map(state -> "it is " + state));
    }

    private static Optional<String> state(Handle handle, BlockRunKey key) {
        return handle.createQuery(
                        """
                        select state
                          from block_run
                         where run_id = :run and block_run_uuid = :uuid and attempt = :attempt
                        """)
                .bind("run", key.run().value())
                .bind("uuid", key.blockRunUuid())
                .bind("attempt", key.attempt())
                .mapTo(String.class)
                .findOne();
    }
}
