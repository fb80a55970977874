package io.pipewright.engine.project.reading;

import io.pipewright.engine.project.BrokenPipeline;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.Project;
import io.pipewright.engine.project.ProjectPaths;
import io.pipewright.engine.project.ProjectProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads project folders. Executes nothing and writes nothing.
///
/// Keeps what it parsed, so that reading again is cheap; one instance may read several projects. Thread: any.
public final class ProjectReader {

    private static final String METADATA = "metadata.yaml";

    private final HostEnvironment host;
    private final ParsedFiles files = new ParsedFiles();

    public ProjectReader(HostEnvironment host) {
        this.host = host;
    }

    /// The project as it is on disk now. A broken pipeline is in `broken`; broken settings are in `problems`, see
    /// `Project.brokenSettings`.
    ///
    /// @param folder any path to it
    /// @throws BrokenProjectException if it is no project folder
    public Project read(Path folder) {
        Path project = ProjectFolder.find(folder);
        var settings = new SettingsReader(project, host).read();
        List<Pipeline> pipelines = new ArrayList<>();
        List<BrokenPipeline> broken = new ArrayList<>();
        List<ProjectProblem> problems = new ArrayList<>(settings.problems());
        Set<Path> seen = new HashSet<>();
        for (Path found : pipelineFolders(project, problems)) {
            seen.add(found.resolve(METADATA));
            switch (pipeline(project, found)) {
                case PipelineReader.Opened(Pipeline pipeline) -> pipelines.add(pipeline);
                case PipelineReader.Broken(BrokenPipeline pipeline) -> broken.add(pipeline);
            }
        }
        files.keepOnly(project, seen);
        return new Project(project, settings.settings(), pipelines, broken, problems);
    }

    private static List<Path> pipelineFolders(Path project, List<ProjectProblem> problems) {
        Path folder = project.resolve(Project.PIPELINES);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return List.of();
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(ProjectReader::isPipeline).sorted().toList();
        } catch (NotDirectoryException _) {
            problems.add(closed(folder, "this is not a folder", "Pipelines are folders in it."));
        } catch (AccessDeniedException _) {
            problems.add(closed(folder, "the folder may not be read", "Check its permissions."));
        } catch (IOException | UncheckedIOException e) {
            problems.add(closed(folder, "the folder cannot be read: " + e.getMessage(), ""));
        }
        return List.of();
    }

    /// A folder that may not be entered might be one: better a broken pipeline than a silent absence.
    private static boolean isPipeline(Path child) {
        return Files.exists(child.resolve(METADATA))
                || (Files.isDirectory(child) && !Files.isExecutable(child));
    }

    private static ProjectProblem closed(Path folder, String message, String hint) {
        return new ProjectProblem(folder, 0, message, hint);
    }

    private PipelineReader.Outcome pipeline(Path project, Path folder) {
        var id = new PipelineId(folder.getFileName().toString());
        Path file = folder.resolve(METADATA);
        var paths = new ProjectPaths(project);
        if (!ProjectPaths.isReadableName(id.value())) {
            return broken(
                    id,
                    new ProjectProblem(
                            file,
                            0,
                            "the name of the pipeline's folder may hold letters, digits, \"_\", \"-\", \".\" and spaces only",
                            "Rename the folder."));
        }
        if (paths.inside(file).isEmpty()) {
            return broken(
                    id,
                    new ProjectProblem(
                            file,
                            0,
                            "a link leads out of the project",
                            "Copy the pipeline into the project."));
        }
        return switch (files.read(file)) {
            case ParsedFiles.MapRead(var root) ->
                    new PipelineReader(id, file, paths, host).read(root);
            case ParsedFiles.Unreadable(var problem) -> broken(id, problem);
        };
    }

    private static PipelineReader.Outcome broken(PipelineId id, ProjectProblem problem) {
        return new PipelineReader.Broken(new BrokenPipeline(id, List.of(problem)));
    }

    /// How many triggers a pipeline's `triggers.yaml` holds.
    public TriggerCounts triggers(Path project, PipelineId pipeline) {
        Path file = project.resolve("pipelines").resolve(pipeline.value()).resolve("triggers.yaml");
        if (new ProjectPaths(project).inside(file).isEmpty()) return TriggerCounts.NONE;
        return switch (files.read(file)) {
            case ParsedFiles.MapRead(var root) ->
                    TriggerCounts.of(new YamlMap(root, new FileNotes(file)));
            case ParsedFiles.Unreadable _ -> TriggerCounts.NONE;
        };
    }
}
