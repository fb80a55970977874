package io.pipewright.engine.store;

import java.nio.file.Path;
import java.util.Optional;

/// The project that a state folder belongs to.
///
/// @param folder of the project, absolute, links resolved
/// @param uuid its `project_uuid`, if it has one
public record StoreOwner(Path folder, Optional<String> uuid) {}
