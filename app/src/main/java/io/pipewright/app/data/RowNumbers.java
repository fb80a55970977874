package io.pipewright.app.data;

import javafx.collections.ObservableListBase;

/// The numbers 0 to `size - 1` as a list that stores none of them: the items of a table whose rows are elsewhere.
final class RowNumbers extends ObservableListBase<Integer> {

    private final int size;

    RowNumbers(long rows) {
        this.size = (int) Math.min(rows, Integer.MAX_VALUE);
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    // The list of the interface would look at every item.
    @Override
    public int indexOf(Object number) {
        return number instanceof Integer index && index >= 0 && index < size ? index : -1;
    }

    @Override
    public boolean contains(Object number) {
        return indexOf(number) >= 0;
    }
}
