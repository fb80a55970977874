package io.pipewright.app.parts;

import io.pipewright.app.live.ShownState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How states look: an icon each, and the pseudo-class that the style sheets colour by.
public final class StateLook {

    private StateLook() {}

    public static Ikon icon(ShownState state) {
        return switch (state) {
            case NOT_RUN -> Feather.CIRCLE;
            case WAITING -> Feather.PAUSE;
            case RUNNING -> Feather.LOADER;
            case COMPLETED -> Feather.CHECK;
            case FAILED -> Feather.X;
            case CANCELLED -> Feather.SLASH;
            case SKIPPED -> Feather.SKIP_FORWARD;
        };
    }

    /// The icon with a circle around it, for where it stands alone.
    public static Ikon roundIcon(ShownState state) {
        return switch (state) {
            case NOT_RUN -> Feather.CIRCLE;
            case WAITING -> Feather.PAUSE_CIRCLE;
            case RUNNING -> Feather.LOADER;
            case COMPLETED -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.X_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case SKIPPED -> Feather.SKIP_FORWARD;
        };
    }

    /// Gives `node` the pseudo-class of `state` and takes the others away.
    public static void mark(Node node, ShownState state) {
        for (ShownState each : ShownState.values())
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.styleName()), each == state);
    }
}
