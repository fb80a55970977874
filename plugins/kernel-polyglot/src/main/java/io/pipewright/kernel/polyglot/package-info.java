/// Runs JavaScript blocks on GraalVM.
/// May depend on the plugin API and the JVM worker; nothing depends on it.
@NullMarked
package io.pipewright.kernel.polyglot;

import org.jspecify.annotations.NullMarked;
