package io.pipewright.app.parts;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A line that says what went wrong, there only while something is.
public final class ProblemBar extends HBox {

    public ProblemBar(ObservableValue<Optional<String>> problem, Runnable dismiss) {
        getStyleClass().add("problem-bar");
        setAlignment(Pos.CENTER_LEFT);
        var text = new Label();
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().bind(problem.map(sentence -> sentence.orElse("")));
        var close = new IconButton(Feather.X, Messages.get("problem.dismiss.button"));
        close.setOnAction(_ -> dismiss.run());
        getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "danger-icon"), text, close);
        visibleProperty().bind(problem.map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }
}
