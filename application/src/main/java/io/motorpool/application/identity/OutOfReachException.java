package io.motorpool.application.identity;

/** Something outside that identity depends on does not answer: where keys are kept or published, or a legacy server. */
public final class OutOfReachException extends RuntimeException {

    public OutOfReachException(String message, Throwable cause) {
        super(message, cause);
    }

    public OutOfReachException(String message) {
        super(message);
    }
}
