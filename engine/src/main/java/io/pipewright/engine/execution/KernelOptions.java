package io.pipewright.engine.execution;

import io.pipewright.engine.project.PipelineOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/// What project and pipeline say about the kernels in their own map `pipewright`, such as `interpreter`; the pipeline wins.
///
/// @param project the project's map
public record KernelOptions(Map<String, Object> project) {

    public Map<String, String> of(PipelineOptions pipeline) {
        var merged = new LinkedHashMap<String, String>();
        put(project, merged);
        put(pipeline.settings(), merged);
        return merged;
    }

    private static void put(Map<String, Object> settings, Map<String, String> merged) {
        settings.forEach(
                (key, value) -> {
                    if (value instanceof String
                            || value instanceof Number
                            || value instanceof Boolean) {
                        merged.put(key, value.toString());
                    }
                });
    }
}
