package io.pipewright.engine.project;

import java.util.List;
import java.util.Optional;

/// What the project format has and runs do not carry out yet. A block that needs it must not run as if it were not there: its
/// results would be wrong. Each entry goes when its feature comes.
public final class MissingFeatures {

    private MissingFeatures() {}

    /// Why the block must not run, and what to do; empty if nothing is missing.
    ///
    /// @param addOns of its pipeline; their `upstream` are the blocks they are attached to
    public static Optional<String> of(Block block, List<Block> addOns) {
        return ofType(block)
                .or(() -> ofProvider(block))
                .or(() -> ofConfiguration(block))
                .or(() -> ofAddOns(block, addOns))
                .map(what -> "block \"%s\" %s".formatted(block.id(), what));
    }

    private static Optional<String> ofType(Block block) {
        return switch (block.kind().type()) {
            case SENSOR, CALLBACK, CONDITIONAL -> ofLanguage(block);
            case DBT -> missing("is a dbt block, and dbt does not run yet", "Run dbt outside");
            case EXTENSION ->
                    missing("is an extension, and extensions do not run yet", "Remove it");
            case GLOBAL_DATA_PRODUCT ->
                    missing(
                            "is a global data product, and those do not run yet",
                            "Load the data in a block");
            case DATA_LOADER,
                    TRANSFORMER,
                    DATA_EXPORTER,
                    CUSTOM,
                    CHART,
                    SCRATCHPAD,
                    MARKDOWN,
                    UNKNOWN ->
                    Optional.empty();
        };
    }

    private static Optional<String> ofLanguage(Block block) {
        if (block.kind().language() == BlockLanguage.PYTHON) return Optional.empty();
        return missing(
                "is a %s in %s, and those run in Python only"
                        .formatted(block.kind().typeWord(), block.kind().languageWord()),
                "Write it in Python");
    }

    private static Optional<String> ofProvider(Block block) {
        if (block.kind().language() != BlockLanguage.SQL || SqlProvider.of(block).isPresent())
            return Optional.empty();
        return missing(
                "has the SQL provider \"%s\", and SQL blocks run on %s only"
                        .formatted(SqlProvider.named(block), SqlProvider.words()),
                "Choose one of these, or query it in a Python block,");
    }

    private static Optional<String> ofConfiguration(Block block) {
        Object value = block.options().configuration().get("dynamic");
        if (value == null || value instanceof Boolean) return Optional.empty();
        return missing(
                "has dynamic: %s, and only true or false run here".formatted(value),
                "Set it to true");
    }

    /// Why a block cannot get items of a dynamic one, or what was made of them; empty if it can.
    public static Optional<String> ofParts(Block block) {
        if (block.kind().language() == BlockLanguage.PYTHON) return Optional.empty();
        return missing(
                        "comes after a dynamic block and is written in %s; only Python blocks get its items or what was made of them"
                                .formatted(block.kind().languageWord()),
                        "Write it in Python")
                .map(what -> "block \"%s\" %s".formatted(block.id(), what));
    }

    private static Optional<String> ofAddOns(Block block, List<Block> addOns) {
        if (Boolean.TRUE.equals(block.options().raw().get("has_callback")))
            return missing(
                    "has has_callback: true, and that old form does not run",
                    "Attach the callback under callbacks:");
        return addOns.stream()
                .filter(addOn -> addOn.upstream().contains(block.id()))
                .flatMap(addOn -> ofAddOn(addOn).stream())
                .findFirst();
    }

    private static Optional<String> ofAddOn(Block addOn) {
        return switch (addOn.kind().type()) {
            case CHART -> Optional.empty();
            case CALLBACK, CONDITIONAL ->
                    ofLanguage(addOn)
                            .map(why -> "has \"%s\" attached, which %s".formatted(addOn.id(), why));
            default ->
                    missing(
                            "has the %s \"%s\" attached, and those do not run yet"
                                    .formatted(addOn.kind().typeWord(), addOn.id()),
                            "Detach it");
        };
    }

    private static Optional<String> missing(String what, String doThis) {
        return Optional.of(what + ". " + doThis + " to run the pipeline here.");
    }
}
