/// The one mapping between the engine's records and JSON, for the database and the local socket. Depends on no other package;
/// any may depend on it.
@NullMarked
package io.pipewright.engine.json;

import org.jspecify.annotations.NullMarked;
