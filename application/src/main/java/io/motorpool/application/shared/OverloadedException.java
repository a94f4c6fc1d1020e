package io.motorpool.application.shared;

/** Too many wait for the same scarce thing already. Nothing was done; asking again later is safe. */
public final class OverloadedException extends RuntimeException {

    public OverloadedException(String message) {
        super(message);
    }
}
