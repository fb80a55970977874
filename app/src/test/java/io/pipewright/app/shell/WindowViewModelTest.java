package io.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pipewright.app.fake.FakeBlocks;
import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fake.SameThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowViewModelTest {

    @TempDir Path home;

    @Test
    void asksForTrustBeforeAFolderIsOpenedTheFirstTime() {
        FakeSession session = FakeWindow.session();
        WindowViewModel window = window(session);

        window.open(FakeBlocks.FOLDER);
        var question = assertInstanceOf(WindowState.Asking.class, window.stateProperty().get());
        assertEquals(false, session.listing().trusted());
        window.answer(question, true);

        assertInstanceOf(WindowState.Working.class, window.stateProperty().get());
        assertEquals(true, session.listing().trusted());
    }

    @Test
    void opensForLookingWithoutTrust() {
        FakeSession session = FakeWindow.session();
        WindowViewModel window = window(session);
        window.open(FakeBlocks.FOLDER);

        window.answer(
                assertInstanceOf(WindowState.Asking.class, window.stateProperty().get()), false);

        assertInstanceOf(WindowState.Working.class, window.stateProperty().get());
        assertEquals(false, session.listing().trusted());
    }

    @Test
    void doesNotAskAgain() {
        WindowViewModel window = window(FakeWindow.session().trusted());

        window.open(FakeBlocks.FOLDER);

        assertInstanceOf(WindowState.Working.class, window.stateProperty().get());
    }

    @Test
    void goesBackToTheWelcomePageWithTheReasonWhenAFolderDoesNotOpen() {
        FakeSession session = FakeWindow.session();
        session.lose();
        WindowViewModel window = window(session);

        window.open(Path.of("/home/ada/seattle-weather"));

        var welcoming = assertInstanceOf(WindowState.Welcoming.class, window.stateProperty().get());
        assertEquals(
                Optional.of("Open seattle-weather: The engine has ended."),
                welcoming.welcome().problemProperty().get());
    }

    @Test
    void offersEveryPageAndPipelineAsACommand() {
        WindowViewModel window = window(FakeWindow.session().trusted());
        window.open(FakeBlocks.FOLDER);

        assertEquals(
                List.of(
                        "Go to pipelines",
                        "Go to runs",
                        "Open daily_weather",
                        "Close this tab",
                        "Next tab",
                        "Previous tab",
                        "Close this project",
                        "Switch between light and dark",
                        "Follow the colours of the system",
                        "Show or hide the names in the left column"),
                window.commands().stream().map(Command::name).toList());
    }

    private WindowViewModel window(FakeSession session) {
        return FakeWindow.viewModel(session, new SameThread(), SameThread.events(), home);
    }
}
