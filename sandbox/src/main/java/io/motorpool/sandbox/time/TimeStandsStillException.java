package io.motorpool.sandbox.time;

/** Time cannot pass for a vehicle: its driver has plans elsewhere that would be in the way. */
public final class TimeStandsStillException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TimeStandsStillException(String message, Throwable cause) {
        super(message, cause);
    }
}
