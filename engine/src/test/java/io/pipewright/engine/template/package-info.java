/// Tests of templates and expressions.
@NullMarked
package io.pipewright.engine.template;

import org.jspecify.annotations.NullMarked;
