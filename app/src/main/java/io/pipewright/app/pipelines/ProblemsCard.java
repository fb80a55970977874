package io.pipewright.app.pipelines;

import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.Card;
import io.pipewright.engine.project.ProjectProblem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong in a project's files: file and line, problem, hint. Not there when nothing is.
final class ProblemsCard {

    private static final double MOST_HEIGHT = 220;

    private final VBox lines = new VBox();
    private final Card node = new Card(Messages.get("pipelines.title"));

    ProblemsCard() {
        lines.getStyleClass().add("problem-list");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        node.withBody(scroll);
        node.getStyleClass().add("problems-card");
    }

    Node node() {
        return node;
    }

    void show(List<FileProblem> problems) {
        lines.getChildren().setAll(problems.stream().map(ProblemsCard::line).toList());
        node.setVisible(!problems.isEmpty());
        node.setManaged(!problems.isEmpty());
        boolean breaks = problems.stream().anyMatch(FileProblem::breaks);
        String title = breaks ? "pipelines.problems" : "pipelines.warnings";
        node.title().setText(Messages.count(title, problems.size()));
    }

    private static Node line(FileProblem shown) {
        ProjectProblem problem = shown.problem();
        var place = new Label(ErrorText.place(problem.file(), problem.line()));
        place.getStyleClass().add("problem-place");
        place.setMinWidth(Label.USE_PREF_SIZE);
        var message = new Label(problem.message());
        message.setWrapText(true);
        var texts = new VBox(2, message);
        if (!problem.hint().isEmpty()) {
            var hint = new Label(problem.hint());
            hint.setWrapText(true);
            hint.getStyleClass().add("hint");
            texts.getChildren().add(hint);
        }
        Node icon =
                shown.breaks()
                        ? Icons.of(Feather.X_CIRCLE, "danger-icon")
                        : Icons.of(Feather.ALERT_TRIANGLE, "warning-icon");
        var line = new HBox(10, icon, place, texts);
        line.getStyleClass().add("problem-line");
        return line;
    }
}
