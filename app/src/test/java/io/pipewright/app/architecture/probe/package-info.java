/// Classes that break the rules on purpose.
@NullMarked
package io.pipewright.app.architecture.probe;

import org.jspecify.annotations.NullMarked;
