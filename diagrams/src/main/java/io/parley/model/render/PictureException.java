package io.parley.model.render;

/** A view could not be drawn; nothing was written for it. */
public final class PictureException extends RuntimeException {

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
