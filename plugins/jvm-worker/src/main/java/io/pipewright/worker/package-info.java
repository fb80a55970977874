/// The JVM half of the worker protocol, written once for every kernel whose worker is a JVM. Depends on Jackson;
/// only kernel plugins may depend on it.
@NullMarked
package io.pipewright.worker;

import org.jspecify.annotations.NullMarked;
