package io.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class CommandMatcherTest {

    private static final List<Command> COMMANDS =
            Stream.of("Run daily_weather", "Go to pipelines", "Go to runs", "Open daily_weather")
                    .map(name -> Command.of(Feather.PLAY, name, () -> {}))
                    .toList();

    @Test
    void showsAllInTheirOrderBeforeAnythingIsTyped() {
        assertEquals(COMMANDS, CommandMatcher.find(" ", COMMANDS));
    }

    @Test
    void findsACommandByTheFirstLettersOfItsWords() {
        assertEquals(List.of("Run daily_weather"), names("rdw"));
    }

    @Test
    void putsAWholeWordBeforeScatteredLetters() {
        assertEquals(List.of("Run daily_weather", "Go to runs"), names("run"));
    }

    @Test
    void findsNothingForLettersThatAreNotThere() {
        assertEquals(List.of(), names("xyz"));
    }

    private static List<String> names(String typed) {
        return CommandMatcher.find(typed, COMMANDS).stream().map(Command::name).toList();
    }
}
