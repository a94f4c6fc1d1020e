package io.motorpool.sandbox.parts;

/** A part did not do what it was asked to. The message says what it printed. */
public final class PartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartFailedException(String message) {
        super(message);
    }

    PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
