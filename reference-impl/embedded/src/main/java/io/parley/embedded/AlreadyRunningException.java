package io.parley.embedded;

import java.nio.file.Path;

/** The directory of a server belongs to a process that is alive. */
public final class AlreadyRunningException extends RuntimeException {

    AlreadyRunningException(Path directory, String owner) {
        super(directory + " is in use by " + owner);
    }
}
