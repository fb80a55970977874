@NullMarked
package io.pipewright.engine.session;

import org.jspecify.annotations.NullMarked;
