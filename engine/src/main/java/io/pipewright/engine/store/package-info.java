/// What happened, kept in H2 in the project's state folder: the only place with the engine's SQL. Implements the stores of `run`;
/// depends on `project`, `run`, `trigger`, `monitoring` and `json`; only the root package makes it.
@NullMarked
package io.pipewright.engine.store;

import org.jspecify.annotations.NullMarked;
