/// Runs that were, are and wait. Used by `shell`.
@NullMarked
package io.pipewright.app.runs;

import org.jspecify.annotations.NullMarked;
