package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.project.MemorySize;
import io.pipewright.plugin.Kernel;
import io.pipewright.plugin.KernelUnavailableException;
import io.pipewright.plugin.Libraries;
import io.pipewright.plugin.WorkerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which kernel runs which language, and how its worker is started under the given settings. Thread: any.
final class KernelCommands {

    private final List<Kernel> kernels;
    private final Libraries libraries;
    private final PoolSettings settings;
    // Asking a kernel may look for interpreters and unpack files: too slow for every block.
    private final Map<Wanted, WorkerLaunch> known = new ConcurrentHashMap<>();

    KernelCommands(List<Kernel> kernels, Libraries libraries, PoolSettings settings) {
        this.kernels = List.copyOf(kernels);
        this.libraries = libraries;
        this.settings = settings;
    }

    private record Wanted(String kernel, Map<String, String> options) {

        /// The pipeline's own limit, if it has one.
        Optional<MemorySize> memoryLimit() {
            return Optional.ofNullable(options.get(MemorySize.LIMIT_KEY))
                    .flatMap(MemorySize::limit);
        }
    }

    /// @throws KernelUnavailableException if no kernel runs this language, or the kernel cannot work on this machine
    WorkerLaunch launchFor(BlockKind kind, Map<String, String> options)
            throws KernelUnavailableException {
        String language = kind.languageWord();
        Optional<Kernel> kernel =
                kernels.stream()
                        .filter(candidate -> candidate.languages().contains(language))
                        .findFirst();
        if (kernel.isEmpty()) throw new KernelUnavailableException(nothingRuns(language));
        return launch(kernel.get(), options);
    }

    private String nothingRuns(String language) {
        List<String> languages =
                kernels.stream()
                        .flatMap(kernel -> kernel.languages().stream())
                        .sorted()
                        .distinct()
                        .toList();
        return "nothing here runs blocks in \""
                + language
                + "\"; this version runs "
                + String.join(", ", languages);
    }

    private WorkerLaunch launch(Kernel kernel, Map<String, String> options)
            throws KernelUnavailableException {
        var wanted = new Wanted(kernel.name(), Map.copyOf(options));
        WorkerLaunch launch = known.get(wanted);
        if (launch == null) {
            long memory =
                    wanted.memoryLimit().map(MemorySize::bytes).orElse(settings.memoryLimit());
            var forWorker =
                    new WorkerSettings(
                            settings.projectFolder(),
                            settings.stateFolder().resolve("runtime").resolve(kernel.name()),
                            libraries,
                            memory,
                            options);
            launch = new WorkerLaunch(kernel.name(), kernel.workerCommand(forWorker), memory);
            known.put(wanted, launch);
        }
        return launch;
    }

    /// Forgets a command that did not start: what it named may have moved.
    void forget(WorkerLaunch launch) {
        known.values().removeIf(launch::equals);
    }
}
