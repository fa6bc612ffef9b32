package io.parley.evidence;

/** A data file cannot be read, or says something that it may not say; the message names file and place. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
