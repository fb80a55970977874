/// Changes of project files that touch nothing else, can be undone character for character, and never overwrite what somebody else wrote.
/// May be used by every package of the engine; depends on `project` and `project.yaml`.
@NullMarked
package io.pipewright.engine.project.editing;

import org.jspecify.annotations.NullMarked;
