package io.pipewright.app.welcome;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The one question before anything of a folder is executed. The keyboard starts on the harmless answer.
public final class TrustView {

    private final Button viewOnly = new Button(Messages.get("trust.view.button"));
    private final Button trust =
            new Button(Messages.get("trust.trust.button"), Icons.of(Feather.CHECK));
    private final StackPane node = new StackPane();

    /// @param answer called with true for trust, false for looking only
    public TrustView(Path folder, java.util.function.Consumer<Boolean> answer) {
        layOut(folder);
        viewOnly.setOnAction(_ -> answer.accept(false));
        trust.setOnAction(_ -> answer.accept(true));
        viewOnly.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) viewOnly.requestFocus();
                        });
    }

    public Node node() {
        return node;
    }

    private void layOut(Path folder) {
        node.getStyleClass().add("trust");
        var title = new Label(Messages.get("trust.title", String.valueOf(folder.getFileName())));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        var path = new Label(folder.toString());
        path.getStyleClass().add("trust-folder");
        var explanation = new Label(Messages.get("trust.explanation.text"));
        var looking = new Label(Messages.get("trust.looking.text"));
        looking.getStyleClass().add("hint");
        explanation.setWrapText(true);
        looking.setWrapText(true);
        trust.getStyleClass().add("accent-button");
        var buttons = new HBox(8, viewOnly, trust);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var box =
                new VBox(
                        12,
                        Icons.of(Feather.SHIELD, "trust-icon"),
                        title,
                        path,
                        explanation,
                        looking,
                        buttons);
        box.getStyleClass().add("trust-box");
        box.setMaxSize(520, VBox.USE_PREF_SIZE);
        node.getChildren().setAll(box);
    }
}
