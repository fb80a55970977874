package io.pipewright.engine.variable;

import java.nio.file.Path;

/// A name would lead out of the folder that it belongs to. The message says which name and which folder.
public final class NameRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameRefusedException(String name, Path folder) {
        super(
                "\""
                        + name
                        + "\" leads out of \""
                        + folder
                        + "\", so nothing is read or written there");
    }
}
