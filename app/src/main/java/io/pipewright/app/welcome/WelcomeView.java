package io.pipewright.app.welcome;

import io.pipewright.app.fx.Icons;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.parts.Card;
import io.pipewright.app.parts.IconButton;
import io.pipewright.app.parts.ProblemBar;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What the window shows before a project is open.
public final class WelcomeView {

    private static final double HINT_LINE = 17;

    private final WelcomeViewModel viewModel;
    private final FolderChooser chooser;
    private final VBox samples = new VBox();
    private final VBox recent = new VBox();
    private final Button openFolder =
            new Button(Messages.get("welcome.open.button"), Icons.of(Feather.FOLDER));
    private final Button newProject =
            new Button(Messages.get("welcome.new.button"), Icons.of(Feather.PLUS));
    private final Label nothingRecent = new Label(Messages.get("welcome.recent.empty"));
    private final StackPane node = new StackPane();

    public WelcomeView(WelcomeViewModel viewModel, FolderChooser chooser) {
        this.viewModel = viewModel;
        this.chooser = chooser;
        layOut();
        bind();
    }

    public Node node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("welcome");
        var title = new Label(Messages.get("welcome.title"));
        title.getStyleClass().add("welcome-title");
        var subtitle = new Label(Messages.get("welcome.subtitle"));
        subtitle.getStyleClass().add("welcome-subtitle");
        newProject.getStyleClass().add("accent-button");
        var actions = new HBox(8, newProject, openFolder);
        var head = new VBox(6, title, subtitle, actions);
        head.getStyleClass().add("welcome-head");
        var cards =
                new HBox(
                        12,
                        column(new Card(Messages.get("welcome.samples.title")), samples),
                        column(new Card(Messages.get("welcome.recent.title")), recent));
        nothingRecent.getStyleClass().add("welcome-empty");
        var column =
                new VBox(
                        20,
                        new ProblemBar(viewModel.problemProperty(), this::dismiss),
                        head,
                        cards);
        column.getStyleClass().add("welcome-column");
        column.setMaxHeight(VBox.USE_PREF_SIZE);
        node.getChildren().setAll(column);
    }

    private static Card column(Card card, VBox lines) {
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        card.withBody(scroll);
        card.setPrefHeight(300);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(420);
        return card;
    }

    private void bind() {
        viewModel.samples().addListener((ListChangeListener<Sample>) _ -> showSamples());
        viewModel.recent().addListener((ListChangeListener<Path>) _ -> showRecent());
        newProject.setOnAction(
                _ ->
                        chooser.choose(Messages.get("welcome.new.title"))
                                .ifPresent(viewModel::create));
        openFolder.setOnAction(
                _ -> chooser.choose(Messages.get("welcome.open.title")).ifPresent(viewModel::open));
        showSamples();
        showRecent();
    }

    private void dismiss() {
        viewModel.showProblem(Optional.empty());
    }

    private void showSamples() {
        samples.getChildren().setAll(viewModel.samples().stream().map(this::line).toList());
        samples.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }

    private Node line(Sample sample) {
        String where = Messages.get("welcome.sample.copy", shortened(viewModel.copyOf(sample)));
        var button =
                line(
                        Feather.BOX,
                        sample.name(),
                        sample.summary().isEmpty() ? where : sample.summary(),
                        2);
        button.setTooltip(new javafx.scene.control.Tooltip(where));
        button.setOnAction(_ -> viewModel.open(sample));
        return button;
    }

    private void showRecent() {
        recent.getChildren().setAll(viewModel.recent().stream().map(this::line).toList());
        if (viewModel.recent().isEmpty()) recent.getChildren().setAll(nothingRecent);
    }

    private Node line(Path folder) {
        var button =
                line(Feather.FOLDER, String.valueOf(folder.getFileName()), shortened(folder), 1);
        button.setOnAction(_ -> viewModel.open(folder));
        HBox.setHgrow(button, Priority.ALWAYS);
        var forget =
                new IconButton(
                        Feather.X,
                        Messages.get("welcome.forget.button", button.getAccessibleText()));
        forget.setOnAction(_ -> viewModel.forget(folder));
        var line = new HBox(button, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("welcome-recent");
        return line;
    }

    private static Button line(Ikon icon, String name, String text, int lines) {
        var title = new Label(name);
        title.getStyleClass().add("welcome-line-title");
        var below = new Label(text);
        below.getStyleClass().add("hint");
        below.setWrapText(true);
        // A fixed height: a wrapped label in a button would claim room for the narrowest column it
        // could get.
        below.setMinHeight(lines * HINT_LINE);
        below.setPrefHeight(lines * HINT_LINE);
        below.setAlignment(Pos.TOP_LEFT);
        var texts = new VBox(1, title, below);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var content = new HBox(10, Icons.of(icon, "accent-icon"), texts);
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", content);
        button.getStyleClass().add("welcome-line");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name);
        return button;
    }

    private static String shortened(Path path) {
        Path home = Path.of(System.getProperty("user.home", ""));
        return path.startsWith(home) && home.isAbsolute()
                ? "~" + java.io.File.separator + home.relativize(path)
                : path.toString();
    }
}
