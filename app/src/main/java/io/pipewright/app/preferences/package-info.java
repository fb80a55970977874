/// What the program remembers for this user outside of any project. Sees the JDK and FX properties only.
@NullMarked
package io.pipewright.app.preferences;

import org.jspecify.annotations.NullMarked;
