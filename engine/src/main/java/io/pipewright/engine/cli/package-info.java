/// The command line: `pipewright run`, `list`, `validate`, `init`, `output`. Depends on `session` and the public engine types.
@NullMarked
package io.pipewright.engine.cli;

import org.jspecify.annotations.NullMarked;
