package io.pipewright.engine.kernel;

import io.pipewright.engine.project.BlockKind;
import io.pipewright.engine.variable.QuestionFailedException;
import io.pipewright.engine.variable.SqlQuestions;
import io.pipewright.plugin.KernelUnavailableException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asks sql workers: a free one, else one more beside those that run blocks, so a question never waits for a block.
///
/// One quick question and one export at a time; others wait for these, so that a screen full of tables starts one worker.
final class WorkerQuestions implements SqlQuestions {

    private static final BlockKind SQL = BlockKind.of("", "sql");
    private static final int SECONDS_FOR_A_QUICK_ONE = 60;

    private final KernelCommands commands;
    private final WorkerPool workers;
    private final PoolThreads threads;
    private final ReentrantLock quick = new ReentrantLock(true);
    private final ReentrantLock exports = new ReentrantLock(true);

    WorkerQuestions(KernelCommands commands, WorkerPool workers, PoolThreads threads) {
        this.commands = commands;
        this.workers = workers;
        this.threads = threads;
    }

    @Override
    public Map<String, @Nullable Object> ask(Map<String, @Nullable Object> question) {
        boolean isExport = "export".equals(question.get("question"));
        ReentrantLock lane = isExport ? exports : quick;
        lane.lock();
        try {
            return asked(question, isExport);
        } finally {
            lane.unlock();
        }
    }

    private Map<String, @Nullable Object> asked(
            Map<String, @Nullable Object> question, boolean isExport) {
        try {
            WorkerLaunch launch = commands.launchFor(SQL, Map.of());
            PooledWorker worker =
                    workers.take(new Claim(launch, Set.of(), "a question about a table", _ -> {}));
            return answer(worker, question, isExport);
        } catch (KernelUnavailableException | WorkerStartException e) {
            throw new QuestionFailedException("Stored tables cannot be read: " + e.getMessage());
        }
    }

    private Map<String, @Nullable Object> answer(
            PooledWorker worker, Map<String, @Nullable Object> question, boolean isExport) {
        boolean reusable = false;
        try {
            Exchange exchange =
                    worker.process().begin(id -> message(id, question), BlockPrints.dropped());
            Exchange.Outcome outcome = isExport ? exchange.await() : inTime(exchange);
            reusable = outcome instanceof Exchange.Outcome.Answered(_, boolean intact) && intact;
            return fields(outcome, question);
        } finally {
            workers.giveBack(worker, reusable);
        }
    }

    private Exchange.Outcome inTime(Exchange exchange) {
        Future<?> deadline =
                threads.timer()
                        .schedule(exchange::cancel, SECONDS_FOR_A_QUICK_ONE, TimeUnit.SECONDS);
        try {
            return exchange.await();
        } finally {
            deadline.cancel(false);
        }
    }

    private static Map<String, @Nullable Object> message(
            long id, Map<String, @Nullable Object> question) {
        var message = new LinkedHashMap<String, @Nullable Object>(question);
        message.put("type", "ask");
        message.put("id", id);
        return message;
    }

    private static Map<String, @Nullable Object> fields(
            Exchange.Outcome outcome, Map<String, @Nullable Object> question) {
        return switch (outcome) {
            case Exchange.Outcome.Lost(var why) -> throw failed(question, why.message());
            case Exchange.Outcome.Answered(Message message, _) -> {
                Optional<String> error = error(message);
                if (error.isPresent()) throw failed(question, error.get());
                yield message.fields();
            }
        };
    }

    private static Optional<String> error(Message message) {
        try {
            return message.message("error")
                    .map(error -> error.text("message").orElse("it does not say why"));
        } catch (IOException e) {
            return Optional.of("its answer has the wrong shape: " + e.getMessage());
        }
    }

    private static QuestionFailedException failed(
            Map<String, @Nullable Object> question, String why) {
        return new QuestionFailedException(
                "No answer to \""
                        + question.get("question")
                        + "\" about \""
                        + question.get("file")
                        + "\": "
                        + why);
    }
}
