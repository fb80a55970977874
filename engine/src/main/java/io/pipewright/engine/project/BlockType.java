package io.pipewright.engine.project;

/// The block types of the project format, with the folder that holds their files and whether pipeline runs execute them.
public enum BlockType {
    DATA_LOADER("data_loader", "data_loaders", true),
    TRANSFORMER("transformer", "transformers", true),
    DATA_EXPORTER("data_exporter", "data_exporters", true),
    CUSTOM("custom", "custom", true),
    SENSOR("sensor", "sensors", true),
    DBT("dbt", "dbts", true),
    EXTENSION("extension", "extensions", true),
    GLOBAL_DATA_PRODUCT("global_data_product", "", true),
    CALLBACK("callback", "callbacks", false),
    CONDITIONAL("conditional", "conditionals", false),
    CHART("chart", "charts", false),
    SCRATCHPAD("scratchpad", "scratchpads", false),
    MARKDOWN("markdown", "markdowns", false),
    /// Anything else, for example a type of another product version: kept, shown, never run.
    UNKNOWN("", "", true);

    private final String word;
    private final String folder;
    private final boolean executable;

    BlockType(String word, String folder, boolean executable) {
        this.word = word;
        this.folder = folder;
        this.executable = executable;
    }

    /// The type a pipeline file means by `word`; `UNKNOWN` for words of other products.
    public static BlockType of(String word) {
        for (BlockType type : values()) {
            if (type != UNKNOWN && type.word.equals(word)) return type;
        }
        return UNKNOWN;
    }

    /// The word in pipeline files; empty for `UNKNOWN`.
    public String word() {
        return word;
    }

    /// The project folder of its files; empty when the type has no file.
    public String folder() {
        return folder;
    }

    /// Whether a pipeline run makes a block run of it.
    public boolean isExecutable() {
        return executable;
    }
}
