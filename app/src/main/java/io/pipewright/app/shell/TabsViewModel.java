package io.pipewright.app.shell;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open pages, one of them in front.
///
/// Thread: the FX thread only.
public final class TabsViewModel {

    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ObservableList<Page> shownPages = FXCollections.unmodifiableObservableList(pages);
    private final ObjectProperty<Optional<Page>> front =
            new SimpleObjectProperty<>(Optional.empty());

    public ObservableList<Page> pages() {
        return shownPages;
    }

    /// Empty when no page is open.
    public ReadOnlyObjectProperty<Optional<Page>> frontProperty() {
        return front;
    }

    /// Brings a page to the front; opens it if it is not open.
    public void open(Page page) {
        if (!pages.contains(page)) pages.add(page);
        front.set(Optional.of(page));
    }

    /// The page after it comes to the front, or the one before it.
    public void close(Page page) {
        int at = pages.indexOf(page);
        if (at < 0) return;
        pages.remove(at);
        if (!front.get().equals(Optional.of(page))) return;
        front.set(
                pages.isEmpty()
                        ? Optional.empty()
                        : Optional.of(pages.get(Math.min(at, pages.size() - 1))));
    }

    public void closeFront() {
        front.get().ifPresent(this::close);
    }

    /// @param step 1 for the page to the right, -1 for the one to the left, around the ends
    public void turn(int step) {
        if (pages.isEmpty()) return;
        int at = front.get().map(pages::indexOf).orElse(0);
        front.set(Optional.of(pages.get(Math.floorMod(at + step, pages.size()))));
    }
}
