package io.pipewright.engine.session;

import io.pipewright.engine.execution.RunLoop;
import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.EngineEvents;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.monitoring.RunLog;
import io.pipewright.engine.monitoring.RunLogReader;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.BrokenProjectException;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.project.Trust;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunHistoryException;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRefusedException;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.run.RunStore;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.NameRefusedException;
import io.pipewright.engine.variable.QuestionFailedException;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.TableReader;
import io.pipewright.engine.variable.VariableKey;
import io.pipewright.engine.variable.VariableMissingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A project whose engine is in this process. Thread: any.
public final class LocalSession implements ProjectSession {

    private final ProjectFiles files;
    private final Trust trust;
    private final Runs runs;
    private final Stored stored;
    private final EngineEvents events;
    private final EngineControl engine;

    /// What can run, how runs are started and looked up.
    public record Runs(PipelineCheck check, RunStarter starter, RunLoop loop, RunStore store) {}

    /// What runs have left on disk.
    ///
    /// @param logsRoot the variables folder, unless the environment says otherwise
    public record Stored(TableReader tables, Path logsRoot) {

        RunLog log(PipelineRun run) {
            return RunLog.of(logsRoot, run.pipeline(), run.origin().partition());
        }
    }

    public LocalSession(
            ProjectFiles files,
            Trust trust,
            Runs runs,
            Stored stored,
            EngineEvents events,
            EngineControl engine) {
        this.files = files;
        this.trust = trust;
        this.runs = runs;
        this.stored = stored;
        this.events = events;
        this.engine = engine;
    }

    @Override
    public ProjectListing listing() {
        return answer(() -> files.listing(trust.isTrusted(files.folder()), this::lastRun));
    }

    private Optional<PipelineRun> lastRun(PipelineId pipeline) {
        return runs.store().runs(Optional.of(pipeline), Optional.empty(), 1).stream().findFirst();
    }

    @Override
    public Optional<Pipeline> pipeline(PipelineId pipeline) {
        return answer(() -> files.pipeline(pipeline));
    }

    @Override
    public Optional<PipelineValidation> validation(PipelineId pipeline) {
        return answer(() -> files.pipeline(pipeline).map(runs.check()::validation));
    }

    @Override
    public Optional<String> source(PipelineId pipeline, BlockId block) {
        return answer(() -> files.source(pipeline, block));
    }

    @Override
    public void trust() {
        answer(
                () -> {
                    trust.trust(files.folder());
                    return true;
                });
    }

    @Override
    public RunId start(RunRequest request) {
        if (!engine.isOpen()) throw ended();
        return answer(() -> accepted(request));
    }

    private RunId accepted(RunRequest request) {
        if (!trust.isTrusted(files.folder())) {
            throw new SessionException(
                    "The folder "
                            + files.folder()
                            + " is not trusted, so nothing in it is executed. Trust it first.");
        }
        return runs.starter().start(files.snapshot(request.pipeline()), request).id();
    }

    @Override
    public void cancel(RunId run) {
        answer(
                () -> {
                    runs.loop().cancel(run, "cancelled by hand");
                    return true;
                });
    }

    @Override
    public Optional<RunDetail> run(RunId run) {
        return answer(() -> runs.store().run(run).map(this::detail));
    }

    private RunDetail detail(PipelineRun run) {
        return new RunDetail(run, runs.store().blockRuns(run.id()), stored.log(run).folder());
    }

    @Override
    public List<PipelineRun> runs(RunQuery query) {
        return answer(() -> runs.store().runs(query.pipeline(), query.before(), query.limit()));
    }

    @Override
    public List<LogLine> log(RunId run, String blockRunUuid) {
        return answer(
                () ->
                        runs.store()
                                .run(run)
                                .map(found -> stored.log(found).file(blockRunUuid))
                                .map(RunLogReader::read)
                                .orElse(List.of()));
    }

    @Override
    public TablePage page(VariableKey output, long offset, int limit) {
        return answer(() -> stored.tables().page(output, offset, limit));
    }

    @Override
    public String value(VariableKey output) {
        return answer(() -> stored.tables().value(output));
    }

    @Override
    public TablePage chart(ChartQuestion question) {
        return answer(() -> stored.tables().chart(question));
    }

    @Override
    public long export(VariableKey output, Path target, String format, OptionalInt limit) {
        return answer(() -> stored.tables().export(output, target, format, limit));
    }

    @Override
    public EngineStatus status() {
        return answer(engine::status);
    }

    @Override
    public Subscription subscribe(Consumer<EngineEvent> listener) {
        return answer(() -> events.subscribe(listener)::close);
    }

    /// Closes the engine too: it is this process's own.
    @Override
    public void close() {
        engine.close();
    }

    /// What goes wrong outside our own code is said in a sentence; a mistake of ours is thrown as it is.
    private <T> T answer(Supplier<T> question) {
        if (engine.isClosed()) throw ended();
        try {
            return question.get();
        } catch (BrokenProjectException e) {
            throw new SessionException(e.problem().text(), e);
        } catch (RunRefusedException
                | RunHistoryException
                | QuestionFailedException
                | VariableMissingException
                | NameRefusedException
                | UncheckedIOException e) {
            throw new SessionException(String.valueOf(e.getMessage()), e);
        }
    }

    private SessionException ended() {
        return new SessionException(
                "The engine of "
                        + files.folder()
                        + " has ended. Open the project again; runs that were running are cancelled.");
    }
}
