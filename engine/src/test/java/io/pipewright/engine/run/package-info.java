@NullMarked
package io.pipewright.engine.run;

import org.jspecify.annotations.NullMarked;
