package io.pipewright.app.shell;

import io.pipewright.app.fx.Messages;
import io.pipewright.app.welcome.FolderChooser;
import io.pipewright.app.welcome.TrustView;
import io.pipewright.app.welcome.WelcomeView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window: top bar, what it is busy with, the command palette over it.
public final class WindowView {

    private final WindowViewModel viewModel;
    private final FolderChooser chooser;
    private final TopBarView topBar;
    private final CommandPaletteView palette;
    private final BorderPane frame = new BorderPane();
    private final StackPane node = new StackPane();

    public WindowView(WindowViewModel viewModel, FolderChooser chooser) {
        this.viewModel = viewModel;
        this.chooser = chooser;
        this.palette = new CommandPaletteView(viewModel::commands);
        this.topBar = new TopBarView(viewModel.theme(), palette::show);
        layOut();
        viewModel.stateProperty().subscribe(this::show);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public Parent node() {
        return node;
    }

    private void layOut() {
        node.getStyleClass().add("window");
        frame.setTop(topBar.node());
        node.getChildren().setAll(frame, palette.node());
    }

    private void show(WindowState state) {
        topBar.showCrumbs(List.of());
        topBar.letTabIn(
                switch (state) {
                    case WindowState.Opening _, WindowState.Asking _ -> false;
                    case WindowState.Welcoming _, WindowState.Working _ -> true;
                });
        frame.setCenter(
                switch (state) {
                    case WindowState.Welcoming welcoming ->
                            new WelcomeView(welcoming.welcome(), chooser).node();
                    case WindowState.Opening opening -> opening(opening);
                    case WindowState.Asking asking -> question(asking);
                    case WindowState.Working working -> project(working.project());
                });
        // What had the keyboard in the top bar would keep it.
        if (state instanceof WindowState.Opening) node.requestFocus();
    }

    private Node project(ProjectViewModel project) {
        project.tabs().frontProperty().subscribe(_ -> topBar.showCrumbs(project.breadcrumb()));
        return new ProjectFrameView(
                        project, viewModel.railCollapsedProperty(), viewModel::reconnect)
                .node();
    }

    private Node question(WindowState.Asking asking) {
        return new TrustView(asking.folder(), trusts -> viewModel.answer(asking, trusts)).node();
    }

    private static Node opening(WindowState.Opening opening) {
        var turning = new ProgressIndicator();
        turning.setMaxSize(28, 28);
        String name = String.valueOf(opening.folder().getFileName());
        var text = new Label(Messages.get("shell.opening.text", name));
        text.getStyleClass().add("hint");
        var box = new VBox(14, turning, text);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void onKey(KeyEvent key) {
        if (KeyCombination.valueOf(TopBarView.PALETTE_KEYS).match(key)) {
            palette.show();
            key.consume();
            return;
        }
        for (Command command : viewModel.commands()) {
            if (command.keys().isEmpty() || !KeyCombination.valueOf(command.keys()).match(key))
                continue;
            command.action().run();
            key.consume();
            return;
        }
    }
}
