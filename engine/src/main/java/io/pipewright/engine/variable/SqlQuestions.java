package io.pipewright.engine.variable;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers bounded questions about stored tables: the `ask` message of `docs/worker-protocol.md`. Answered by a sql worker,
/// never in this process.
/// Thread: any, blocking.
public interface SqlQuestions {

    /// @param question the `question` word and its fields
    /// @return the fields of the answer
    /// @throws QuestionFailedException if the question has no answer: damaged file, no such column, no sql worker
    Map<String, @Nullable Object> ask(Map<String, @Nullable Object> question);
}
