package io.pipewright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoWindowTest {

    @Test
    void saysWhichPackageBringsTheMissingLibrary() {
        assertEquals(
                Optional.of(
                        "Cannot open the window: the library GTK 3 is missing (\"Unable to load glass GTK library.\"). Install it: apt install libgtk-3-0 on Debian and Ubuntu, dnf install gtk3 on Fedora, pacman -S gtk3 on Arch."),
                NoWindow.sentence("Unable to load glass GTK library.", Optional.of(":0")));
    }

    @Test
    void saysThatThereIsNoDisplay() {
        assertEquals(
                Optional.of(
                        "Cannot open the window: no display, DISPLAY is not set. Start it in a graphical session, or run a pipeline without a window: pipewright run PROJECT PIPELINE"),
                NoWindow.sentence("Unable to open DISPLAY", Optional.empty()));
    }

    @Test
    void namesTheDisplayThatDoesNotAnswer() {
        assertEquals(
                Optional.of(
                        "Cannot open the window: the display \":7\" does not answer. Start it in a graphical session, or run a pipeline without a window: pipewright run PROJECT PIPELINE"),
                NoWindow.sentence("Unable to open DISPLAY", Optional.of(":7")));
    }

    @Test
    void leavesOtherReasonsAlone() {
        assertEquals(Optional.empty(), NoWindow.sentence("toolkit is broken", Optional.empty()));
    }
}
