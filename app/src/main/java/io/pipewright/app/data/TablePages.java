package io.pipewright.app.data;

import io.pipewright.app.fx.Background;
import io.pipewright.engine.session.ProjectSession;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The pages of one stored table that were looked at last.
///
/// A page that is missing is asked for in the background, one at a time; of the pages wished for meanwhile the latest come
/// first and those scrolled past are dropped, so that a long drag of the scroll bar asks for little.
/// Thread: the FX thread only.
final class TablePages {

    static final int PAGE_ROWS = 200;
    private static final int MOST_PAGES = 32;
    private static final int MOST_WISHES = 2;

    private final ProjectSession session;
    private final Background background;
    private final VariableKey output;
    private final Consumer<TablePage> onPage;
    private final Consumer<RuntimeException> onFailed;
    private final Map<Long, TablePage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Long> wishes = new ArrayDeque<>();
    private boolean asking;

    TablePages(
            ProjectSession session,
            Background background,
            VariableKey output,
            Consumer<TablePage> onPage,
            Consumer<RuntimeException> onFailed) {
        this.session = session;
        this.background = background;
        this.output = output;
        this.onPage = onPage;
        this.onFailed = onFailed;
    }

    /// The cells of a row, or empty when its page is on its way.
    Optional<List<@Nullable Object>> row(long row) {
        long number = row / PAGE_ROWS;
        TablePage page = pages.get(number);
        if (page == null) {
            wish(number);
            return Optional.empty();
        }
        int within = (int) (row - page.offset());
        return within < page.rows().size()
                ? Optional.of(page.rows().get(within))
                : Optional.empty();
    }

    int kept() {
        return pages.size();
    }

    private void wish(long number) {
        wishes.remove(number);
        wishes.addFirst(number);
        if (wishes.size() > MOST_WISHES) wishes.removeLast();
        if (!asking) askNext();
    }

    private void askNext() {
        Long number = wishes.pollFirst();
        asking = number != null;
        if (number == null) return;
        background.run(
                () -> session.page(output, number * PAGE_ROWS, PAGE_ROWS),
                page -> keep(number, page),
                failure -> {
                    wishes.clear();
                    asking = false;
                    onFailed.accept(failure);
                });
    }

    private void keep(long number, TablePage page) {
        pages.put(number, page);
        if (pages.size() > MOST_PAGES) pages.remove(pages.keySet().iterator().next());
        onPage.accept(page);
        askNext();
    }
}
