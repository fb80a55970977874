package io.pipewright.app.welcome;

import java.nio.file.Path;

/// A project that comes with the program.
///
/// @param name of its folder
/// @param summary the first sentence of its README; may be empty
public record Sample(String name, String summary, Path folder) {}
