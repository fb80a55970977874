/// What happened: events for whoever watches, and the log files of runs. Depends on `project` and `run`.
@NullMarked
package io.pipewright.engine.monitoring;

import org.jspecify.annotations.NullMarked;
