package io.pipewright.engine.template;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs a rendering so that every failure of it names its line.
final class Guard {
    private Guard() {}

    static <T extends @Nullable Object> T run(Rendering rendering, Supplier<T> work) {
        try {
            return work.get();
        } catch (TemplateException e) {
            throw e.onLine(rendering.line());
        } catch (StackOverflowError e) {
            // The depth limit counts levels, not frames: the last ones may not fit a small stack.
            throw TemplateException.at(rendering.line(), "nested too deeply");
        }
    }
}
