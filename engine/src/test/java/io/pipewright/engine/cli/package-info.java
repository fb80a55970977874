@NullMarked
package io.pipewright.engine.cli;

import org.jspecify.annotations.NullMarked;
