/// A pipeline's blocks in order: code, state, output. Used by `shell`; sees `data` for output tables.
@NullMarked
package io.pipewright.app.notebook;

import org.jspecify.annotations.NullMarked;
