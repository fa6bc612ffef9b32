package io.parley.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A server that did not start. The message is one line for a person and names the log to read. */
public final class StartFailedException extends RuntimeException {

    StartFailedException(String name, String what, Path log, @Nullable Throwable cause) {
        super(name + " " + what + "; read " + log, cause);
    }
}
