package io.pipewright.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds commands by some of their letters, in order: `rdw` finds `Run daily_weather`.
final class CommandMatcher {

    private static final int NO_MATCH = -1;

    private CommandMatcher() {}

    /// Best first; all, in their order, when nothing is typed.
    static List<Command> find(String typed, List<Command> commands) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return commands.stream()
                .filter(command -> score(wanted, command.name()) != NO_MATCH)
                .sorted(Comparator.comparingInt(command -> score(wanted, command.name())))
                .toList();
    }

    // Letters skipped between the first and the last match: fewer is better; a match inside a word
    // costs more than at its begin.
    private static int score(String wanted, String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int whole = text.indexOf(wanted);
        if (whole >= 0) return startsWord(text, whole) ? 0 : 1;
        int score = 2;
        int at = -1;
        for (int letter = 0; letter < wanted.length(); letter++) {
            int found = text.indexOf(wanted.charAt(letter), at + 1);
            if (found < 0) return NO_MATCH;
            score += found - at - 1 + (startsWord(text, found) ? 0 : 2);
            at = found;
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
