package io.pipewright.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fake.SameThread;
import io.pipewright.app.fx.Background;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablePagesTest {

    private static final VariableKey KEY =
            new VariableKey(new PipelineId("p"), "1/x", new BlockId("b"), "output_0");

    private final FakeSession session = FakeWindow.session();
    private final List<Long> arrived = new ArrayList<>();

    TablePagesTest() {
        session.withTable(List.of(new ColumnInfo("id", "BIGINT")), 1_000_000);
    }

    @Test
    void givesARowOnceItsPageHasCome() {
        TablePages pages = pages(new SameThread());

        assertEquals(Optional.empty(), pages.row(900_001));
        assertEquals(Optional.of(List.of(900_001L)), pages.row(900_001));
    }

    @Test
    void keepsAFewPagesOfAMillionRows() {
        TablePages pages = pages(new SameThread());

        for (long row = 0; row < 1_000_000; row += TablePages.PAGE_ROWS) pages.row(row);

        assertTrue(pages.kept() <= 32, () -> pages.kept() + " pages are kept");
    }

    @Test
    void dropsThePagesThatWereScrolledPastWhileOneWasRead() {
        var slow = new HeldBack();
        TablePages pages = pages(slow);

        for (long row = 0; row < 100_000; row += TablePages.PAGE_ROWS) pages.row(row);
        slow.letAllThrough();

        assertEquals(List.of(0L, 99_800L, 99_600L), arrived);
    }

    private TablePages pages(Background background) {
        return new TablePages(
                session,
                background,
                KEY,
                (TablePage page) -> arrived.add(page.offset()),
                failure -> {
                    throw failure;
                });
    }

    /// Answers only when told to.
    private static final class HeldBack implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T extends @Nullable Object> void run(
                Supplier<T> call, Consumer<? super T> onDone, Consumer<RuntimeException> onFailed) {
            waiting.add(() -> onDone.accept(call.get()));
        }

        @Override
        public Repetition every(Duration pause, Runnable action) {
            return () -> {};
        }

        void letAllThrough() {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) next.run();
        }
    }
}
