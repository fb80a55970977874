package io.pipewright.engine.project;

/// The pipeline types of the project format. Only batch pipelines run here; the others are shown with the reason.
public enum PipelineType {
    PYTHON("python"),
    PYSPARK("pyspark"),
    STREAMING("streaming"),
    INTEGRATION("integration"),
    UNKNOWN("");

    private final String word;

    PipelineType(String word) {
        this.word = word;
    }

    public static PipelineType of(String word) {
        for (PipelineType type : values()) {
            if (type != UNKNOWN && type.word.equals(word)) return type;
        }
        return UNKNOWN;
    }

    public String word() {
        return word;
    }
}
