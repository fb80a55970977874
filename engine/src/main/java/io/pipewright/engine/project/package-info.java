/// What the author wrote: projects, pipelines and blocks as values, read from and written to plain files. Depends on `template`.
@NullMarked
package io.pipewright.engine.project;

import org.jspecify.annotations.NullMarked;
