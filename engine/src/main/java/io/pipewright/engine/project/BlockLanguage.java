package io.pipewright.engine.project;

/// The languages of block files, with the word in pipeline files and the file extension.
public enum BlockLanguage {
    PYTHON("python", "py"),
    SQL("sql", "sql"),
    JAVASCRIPT("javascript", "js"),
    R("r", "r"),
    YAML("yaml", "yaml"),
    MARKDOWN("markdown", "md"),
    /// A language of another product version: kept, shown, never run.
    UNKNOWN("", "");

    private final String word;
    private final String extension;

    BlockLanguage(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    /// The language a pipeline file means by `word`.
    public static BlockLanguage of(String word) {
        for (BlockLanguage language : values()) {
            if (language != UNKNOWN && language.word.equals(word)) return language;
        }
        return UNKNOWN;
    }

    public String word() {
        return word;
    }

    public String extension() {
        return extension;
    }
}
