package io.motorpool.application.shared;

/** Others kept changing the same things at the same moment. Asking again is safe (P18). */
public final class ContendedException extends RuntimeException {

    public ContendedException(String message) {
        super(message);
    }

    public ContendedException(Throwable cause) {
        super(cause);
    }
}
