package io.pipewright.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.app.fake.FakeHistory;
import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.live.LiveRun;
import io.pipewright.engine.run.BlockRunState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {

    private final FakeSession session = FakeWindow.session().trusted();

    @Test
    void saysWhyARunEndedAsItDid() {
        assertEquals(
                List.of("clean_orders line 12: KeyError: 'sku'", "by hand", ""),
                runs().runs().stream().limit(3).map(RunsViewModel::why).toList());
    }

    @Test
    void countsNoBlockAsDoneThatFailedOrDidNotRun() {
        LiveRun failed = runs().runs().getFirst();

        assertEquals(
                failed.blockRuns().stream()
                        .filter(block -> block.state() instanceof BlockRunState.Completed)
                        .count(),
                failed.blocksDone());
        assertTrue(failed.blocksDone() < failed.blockRuns().size());
    }

    @Test
    void filtersByPipelineTriggerStateAndNumber() {
        RunsViewModel runs = runs();

        assertEquals(
                List.of(List.of(1039L), List.of(1038L), List.of(1039L), List.of(1037L)),
                List.of(
                        found(runs, "ORDERS"),
                        found(runs, "api"),
                        found(runs, "failed"),
                        found(runs, "#1037")));
    }

    @Test
    void selectsTheNewestRunFirst() {
        assertEquals(
                Optional.of(1039L), runs().selectedProperty().get().map(run -> run.id().value()));
    }

    private RunsViewModel runs() {
        FakeHistory.fill(session);
        return new RunsViewModel(FakeWindow.project(session), Optional.empty(), (_, _, _) -> {});
    }

    private static List<Long> found(RunsViewModel runs, String filter) {
        runs.filterProperty().set(filter);
        return runs.runs().stream().map(LiveRun::id).map(id -> id.value()).toList();
    }
}
