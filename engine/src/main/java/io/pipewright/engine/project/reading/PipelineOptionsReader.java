package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.PipelineOptions;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Reads how a pipeline is run.
final class PipelineOptionsReader {

    private static final Set<String> TRUE_WORDS = Set.of("1", "true", "yes", "on");

    private PipelineOptionsReader() {}

    static PipelineOptions read(YamlMap pipeline, HostEnvironment host) {
        return new PipelineOptions(
                pipeline.map("variables").map(YamlMap::plain).orElse(Map.of()),
                blockRunLimit(pipeline, host),
                RetryReader.read(pipeline),
                pipeline.flag("run_pipeline_in_one_process", oneProcessByDefault(host)),
                pipeline.map("pipewright").map(YamlMap::plain).orElse(Map.of()));
    }

    /// A limit of nothing would mean that nothing ever runs, so it counts as none.
    private static OptionalInt blockRunLimit(YamlMap pipeline, HostEnvironment host) {
        OptionalInt written =
                pipeline.map("concurrency_config")
                        .map(map -> map.wholeNumber("block_run_limit"))
                        .orElse(OptionalInt.empty());
        OptionalInt limit = written.isPresent() ? written : limitOf(host);
        return limit.orElse(0) > 0 ? limit : OptionalInt.empty();
    }

    private static OptionalInt limitOf(HostEnvironment host) {
        return host.variable("CONCURRENCY_CONFIG_BLOCK_RUN_LIMIT")
                .flatMap(Numbers::parse)
                .map((BigDecimal number) -> OptionalInt.of(Numbers.clamp(number)))
                .orElse(OptionalInt.empty());
    }

    private static boolean oneProcessByDefault(HostEnvironment host) {
        return host.variable("RUN_PIPELINE_IN_ONE_PROCESS")
                .map(value -> TRUE_WORDS.contains(value.toLowerCase(java.util.Locale.ROOT)))
                .orElse(false);
    }
}
