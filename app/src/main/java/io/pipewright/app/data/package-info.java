/// Stored tables, page by page. Used by `notebook`.
@NullMarked
package io.pipewright.app.data;

import org.jspecify.annotations.NullMarked;
