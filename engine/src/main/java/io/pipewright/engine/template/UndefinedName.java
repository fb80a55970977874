package io.pipewright.engine.template;

/// A name without a value that a rendering printed or looped over.
///
/// @param name as written, with the path where one was followed: `nope`, `row.nope`
/// @param line in the template, from 1
public record UndefinedName(String name, int line) {}
