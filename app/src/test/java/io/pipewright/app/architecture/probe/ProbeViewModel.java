package io.pipewright.app.architecture.probe;

import io.pipewright.engine.kernel.Kernels;
import javafx.application.Platform;
import javafx.scene.Node;

/// Breaks three rules: knows the scene, goes to the FX thread by itself, knows the kernels.
public final class ProbeViewModel {

    private ProbeViewModel() {}

    public static void hide(Node node, Kernels kernels) {
        Platform.runLater(() -> node.setVisible(kernels.hashCode() == 0));
    }
}
