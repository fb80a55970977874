package io.pipewright.app.parts;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.live.ShownState;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small coloured label with a state's icon and a word or a time.
public final class StatePill extends Label {

    private final FontIcon icon = Icons.of(StateLook.icon(ShownState.NOT_RUN), "pill-icon");

    public StatePill() {
        getStyleClass().add("state-pill");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows `state` by its word.
    public void show(ShownState state) {
        show(state, Messages.get(state.key()));
    }

    /// Shows `state` with `text` in place of its word, which stays there for screen readers.
    public void show(ShownState state, String text) {
        icon.setIconCode(StateLook.icon(state));
        setText(text);
        setAccessibleText(Messages.get("state.pill.accessible", Messages.get(state.key()), text));
        StateLook.mark(this, state);
    }
}
