@NullMarked
package io.pipewright.engine.json;

import org.jspecify.annotations.NullMarked;
