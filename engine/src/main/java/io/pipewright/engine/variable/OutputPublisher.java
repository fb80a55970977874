package io.pipewright.engine.variable;

import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.GeneratedFolder;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves what a block stored from its temporary folder to where readers look. Each output appears whole or not at all, also when
/// the process dies in between.
///
/// Thread: any, as long as one at a time publishes for the same block and partition.
public final class OutputPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OutputPublisher.class);

    private static final Pattern OUTPUT = Pattern.compile("output_\\d+(\\.json)?");

    private final OutputLayout layout;
    private final Path temporary;
    private final AtomicLong folders = new AtomicLong();

    /// @param stateFolder on the file system of the variables folder: a rename must not become a copy
    public OutputPublisher(OutputLayout layout, Path stateFolder) {
        this.layout = layout;
        this.temporary = stateFolder.resolve("tmp").resolve("outputs");
    }

    /// A new empty folder for the outputs of one block attempt.
    public Path newFolder() {
        try {
            while (true) {
                Optional<Path> folder = makeFolder(folders.incrementAndGet());
                if (folder.isPresent()) return folder.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make a folder for outputs in \"" + temporary + "\": " + e.getMessage(),
                    e);
        }
    }

    /// Empty if the number is taken by a leftover that could not be removed.
    private Optional<Path> makeFolder(long number) throws IOException {
        Path folder = temporary.resolve(Long.toString(number));
        try {
            return Optional.of(Files.createDirectory(folder));
        } catch (FileAlreadyExistsException _) {
            return Optional.empty();
        } catch (NoSuchFileException _) {
            // The first one. Making sure of the parent each time would cost every block.
            return Optional.of(Files.createDirectories(folder));
        }
    }

    /// Replaces what the block had stored in this partition.
    ///
    /// @param made outputs below a folder from `newFolder`, which stays; none removes the earlier ones
    /// @param child of a block that was fanned out; its outputs have a folder of their own
    /// @return the outputs at their final place
    public List<OutputInfo> publish(
            List<OutputInfo> made,
            PipelineId pipeline,
            String partition,
            BlockId block,
            OptionalInt child) {
        Path folder = layout.blockFolder(pipeline, partition, block);
        Path target =
                child.isPresent() ? folder.resolve(Integer.toString(child.getAsInt())) : folder;
        try {
            // The old ones leave first: a reader must never see outputs of two attempts side by
            // side.
            if (Files.isDirectory(target)) moveOutputsAway(target);
            else GeneratedFolder.make(target);
            var published = new ArrayList<OutputInfo>();
            for (OutputInfo output : made) {
                Path place = target.resolve(output.name());
                Files.move(output.folder(), place, StandardCopyOption.ATOMIC_MOVE);
                published.add(at(place, output));
            }
            return List.copyOf(published);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot store the outputs of block \""
                            + block
                            + "\" in \""
                            + target
                            + "\": "
                            + e.getMessage(),
                    e);
        }
    }

    /// Takes back what a block had stored, for an attempt that did not complete.
    public void retract(PipelineId pipeline, String partition, BlockId block) {
        Path target = layout.blockFolder(pipeline, partition, block);
        if (!Files.isDirectory(target)) return;
        try {
            moveOutputsAway(target);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot remove the outputs in \"" + target + "\": " + e.getMessage(), e);
        }
    }

    /// Removes a folder from `newFolder` with what is in it.
    public void discard(Path folder) {
        try {
            FolderRemoval.remove(folder);
        } catch (IOException e) {
            LOG.warn("Could not remove temporary outputs {}", folder, e);
        }
    }

    /// Removes what attempts of a killed engine left. Call once, before the first run.
    public void discardLeftovers() {
        if (!Files.isDirectory(temporary)) return;
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.forEach(this::discard);
        } catch (IOException e) {
            LOG.warn("Could not look for leftovers in {}", temporary, e);
        }
    }

    private void moveOutputsAway(Path blockFolder) throws IOException {
        List<Path> old;
        try (Stream<Path> names = Files.list(blockFolder)) {
            old = names.filter(OutputPublisher::isOutput).toList();
        }
        if (old.isEmpty()) return;
        Path away = newFolder();
        for (Path output : old)
            Files.move(output, away.resolve(output.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        discard(away);
    }

    private static boolean isOutput(Path path) {
        return OUTPUT.matcher(path.getFileName().toString()).matches();
    }

    private static OutputInfo at(Path folder, OutputInfo output) {
        return new OutputInfo(
                output.name(),
                output.kind(),
                folder,
                output.rowCount(),
                output.columns(),
                output.seal());
    }
}
