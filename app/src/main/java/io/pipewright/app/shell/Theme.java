package io.pipewright.app.shell;

import io.pipewright.app.preferences.ThemeChoice;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Whether the window is dark: as the user chose, or as the system is.
///
/// Thread: the FX thread only.
public final class Theme {

    private final ObjectProperty<ThemeChoice> choice;
    private final BooleanBinding dark;

    public Theme(ThemeChoice saved, ObservableValue<ColorScheme> system) {
        this.choice = new SimpleObjectProperty<>(saved);
        this.dark =
                Bindings.createBooleanBinding(
                        () ->
                                switch (choice.get()) {
                                    case SYSTEM -> system.getValue() == ColorScheme.DARK;
                                    case LIGHT -> false;
                                    case DARK -> true;
                                },
                        choice,
                        system);
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    public BooleanBinding darkProperty() {
        return dark;
    }

    /// From light to dark or back, whatever the system is.
    public void toggle() {
        choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }
}
