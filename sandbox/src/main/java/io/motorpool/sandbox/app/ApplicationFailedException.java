package io.motorpool.sandbox.app;

/** The application did not start, migrate or stop. The message carries the end of its log. */
public final class ApplicationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApplicationFailedException(String message) {
        super(message);
    }

    ApplicationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
