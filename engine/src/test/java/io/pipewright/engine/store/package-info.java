@NullMarked
package io.pipewright.engine.store;

import org.jspecify.annotations.NullMarked;
