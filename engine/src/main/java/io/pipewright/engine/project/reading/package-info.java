/// Project files to values: tolerant, never executing anything, each problem with file and line. May be used by every package of the
/// engine; depends on `project`, `project.yaml` and `template`.
@NullMarked
package io.pipewright.engine.project.reading;

import org.jspecify.annotations.NullMarked;
