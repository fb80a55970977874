/// The charts of a pipeline's `widgets`. Used by `shell`.
@NullMarked
package io.pipewright.app.charts;

import org.jspecify.annotations.NullMarked;
