/// Project YAML with exact places: what a file says, where it says it, and patches that touch nothing else. Used by the other
/// packages of `project` only; depends on none of them.
@NullMarked
package io.pipewright.engine.project.yaml;

import org.jspecify.annotations.NullMarked;
