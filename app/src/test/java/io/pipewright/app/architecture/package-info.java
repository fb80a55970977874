/// The rules of the window's code, each with a probe that breaks it.
@NullMarked
package io.pipewright.app.architecture;

import org.jspecify.annotations.NullMarked;
