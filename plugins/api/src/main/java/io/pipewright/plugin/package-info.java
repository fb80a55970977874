/// What a plugin implements. Depends on the JDK only; everything else may depend on it.
@NullMarked
package io.pipewright.plugin;

import org.jspecify.annotations.NullMarked;
