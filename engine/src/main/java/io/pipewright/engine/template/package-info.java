/// Jinja2 as Mage renders it, and Mage's Python expressions, over a closed set of values: nothing of
/// Java can be reached from a template.
///
/// May be used by every engine package; depends on the JDK only.
@NullMarked
package io.pipewright.engine.template;

import org.jspecify.annotations.NullMarked;
