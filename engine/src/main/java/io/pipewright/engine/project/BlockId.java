package io.pipewright.engine.project;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names one block within its pipeline: the uuid of the pipeline file, which may contain `/`.
public record BlockId(String value) {

    private static final Pattern NON_WORD = Pattern.compile("[^\\p{L}\\p{N}_]");

    /// The name of its folder below variables and of its log file: `Retrain/sklearn` -> `retrain_sklearn`.
    public String folderName() {
        return cleaned(value);
    }

    /// A name as the project format cleans it: lower case, every non-word character `_`, `letter_` before a leading digit.
    public static String cleaned(String name) {
        String clean = NON_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
        boolean leadingDigit = !clean.isEmpty() && Character.isDigit(clean.codePointAt(0));
        return leadingDigit ? "letter_" + clean : clean;
    }

    @Override
    public String toString() {
        return value;
    }
}
