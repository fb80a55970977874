/// The code of one block, coloured. Used by `notebook`.
@NullMarked
package io.pipewright.app.notebook.editor;

import org.jspecify.annotations.NullMarked;
