/// The house's rules as tests: which package may see which, who makes threads, who speaks SQL, what names are taken.
///
/// Every rule has a probe, a small class that breaks it, so that no rule can pass because it looks at nothing.
@NullMarked
package io.pipewright.engine.architecture;

import org.jspecify.annotations.NullMarked;
