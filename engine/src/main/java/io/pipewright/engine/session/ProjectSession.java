package io.pipewright.engine.session;

import io.pipewright.engine.monitoring.EngineEvent;
import io.pipewright.engine.monitoring.LogLine;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.Pipeline;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.PipelineRun;
import io.pipewright.engine.run.RunId;
import io.pipewright.engine.run.RunRequest;
import io.pipewright.engine.session.ProjectValidation.PipelineValidation;
import io.pipewright.engine.variable.ChartQuestion;
import io.pipewright.engine.variable.TablePage;
import io.pipewright.engine.variable.VariableKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// One open project.
///
/// Two implementations pass the same contract test: in this process, and over the local socket of the project's engine.
/// Thread: any; every call may touch disk or another process, so never the FX thread.
/// Every call throws `SessionException` when the engine is gone or refuses, with a sentence that says why.
public interface ProjectSession extends AutoCloseable {

    /// The project as it is on disk now.
    ProjectListing listing();

    /// A pipeline that opens; empty if it is broken or gone.
    Optional<Pipeline> pipeline(PipelineId pipeline);

    /// What of a pipeline can run here; empty if it is broken or gone. Executes nothing.
    Optional<PipelineValidation> validation(PipelineId pipeline);

    /// The text of a block (also of a chart); empty if it has no file or the file is missing.
    Optional<String> source(PipelineId pipeline, BlockId block);

    /// Lets the engine execute what is in the folder. Kept until the folder is moved.
    void trust();

    /// Durable before it returns.
    ///
    /// @throws SessionException if the folder is not trusted or the pipeline cannot run
    RunId start(RunRequest request);

    /// Ends a run and its workers; does nothing if it has ended. Returns when the request is noted.
    void cancel(RunId run);

    Optional<RunDetail> run(RunId run);

    /// Newest first.
    List<PipelineRun> runs(RunQuery query);

    /// The log of one block run, in order; empty before its first line.
    List<LogLine> log(RunId run, String blockRunUuid);

    /// Shape: at most `limit` rows from `offset`, all columns.
    TablePage page(VariableKey output, long offset, int limit);

    /// JSON text of a value that is no table.
    String value(VariableKey output);

    /// Shape: the group, then one column per metric; at most `limit` rows, ordered by the group.
    TablePage chart(ChartQuestion question);

    /// Writes a stored table to a file.
    ///
    /// @param format `csv`, `json` or `parquet`
    /// @param limit most rows; all if empty
    /// @return rows written
    long export(VariableKey output, Path target, String format, OptionalInt limit);

    EngineStatus status();

    /// Every event from now on, on a thread of the session, in order. Closing what it returns ends it.
    Subscription subscribe(Consumer<EngineEvent> listener);

    /// Ends the session; runs go on where an engine of its own runs them.
    @Override
    void close();

    /// A running subscription.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
