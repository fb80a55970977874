/// The blocks of a pipeline as a graph, with their states. Used by `shell`.
@NullMarked
package io.pipewright.app.graph;

import org.jspecify.annotations.NullMarked;
