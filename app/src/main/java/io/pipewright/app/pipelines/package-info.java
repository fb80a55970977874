/// The list of a project's pipelines and what is wrong with them. Used by `shell`.
@NullMarked
package io.pipewright.app.pipelines;

import org.jspecify.annotations.NullMarked;
