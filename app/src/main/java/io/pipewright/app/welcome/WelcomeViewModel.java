package io.pipewright.app.welcome;

import io.pipewright.app.fx.Background;
import io.pipewright.app.fx.ErrorText;
import io.pipewright.app.fx.Messages;
import io.pipewright.app.preferences.RecentProjects;
import io.pipewright.engine.project.editing.NewProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The ways into a project.
///
/// Thread: the FX thread only.
public final class WelcomeViewModel {

    private final Background background;
    private final Samples samples;
    private final RecentProjects recent;
    private final Consumer<Path> open;
    private final ObservableList<Sample> shownSamples = FXCollections.observableArrayList();
    private final ObservableList<Path> shownRecent = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> problem =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param open opens a project folder
    public WelcomeViewModel(
            Background background, Samples samples, RecentProjects recent, Consumer<Path> open) {
        this.background = background;
        this.samples = samples;
        this.recent = recent;
        this.open = open;
        read();
    }

    public ObservableList<Sample> samples() {
        return shownSamples;
    }

    public ObservableList<Path> recent() {
        return shownRecent;
    }

    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem;
    }

    public void showProblem(Optional<String> sentence) {
        problem.set(sentence);
    }

    public Path copyOf(Sample sample) {
        return samples.copyOf(sample);
    }

    public void open(Path folder) {
        problem.set(Optional.empty());
        open.accept(folder);
    }

    public void open(Sample sample) {
        String action = Messages.get("welcome.sample.action", sample.name());
        background.run(
                () -> samples.open(sample),
                this::open,
                failure -> problem.set(Optional.of(ErrorText.of(action, failure))));
    }

    /// Makes a new project in a folder that is empty or not there yet, and opens it.
    public void create(Path folder) {
        String action = Messages.get("welcome.new.action", String.valueOf(folder.getFileName()));
        background.run(
                () -> NewProject.create(folder),
                this::open,
                failure -> problem.set(Optional.of(ErrorText.of(action, failure))));
    }

    public void forget(Path folder) {
        background.perform(() -> recent.forget(folder), this::read, _ -> {});
    }

    private void read() {
        background.<List<Sample>>run(samples::list, shownSamples::setAll, _ -> {});
        background.<List<Path>>run(recent::list, shownRecent::setAll, _ -> {});
    }
}
