package io.pipewright.engine.project.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which name an author meant.
final class NearestName {

    private NearestName() {}

    /// A hint such as `Did you mean "load"?`; empty text if nothing is near.
    static String hint(String written, Collection<String> names) {
        Optional<String> nearest =
                names.stream()
                        .filter(
                                name ->
                                        distance(written, name)
                                                <= Math.max(1, written.length() / 3))
                        .min(Comparator.comparingInt(name -> distance(written, name)));
        return nearest.map(name -> "Did you mean \"" + name + "\"?").orElse("");
    }

    /// Edits between two names; two swapped neighbours count as one. Source: Damerau 1964, optimal string alignment.
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
