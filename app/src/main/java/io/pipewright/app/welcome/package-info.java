/// Before a project is open: new, open, sample, recent, and the question of trust. Used by `shell`.
@NullMarked
package io.pipewright.app.welcome;

import org.jspecify.annotations.NullMarked;
