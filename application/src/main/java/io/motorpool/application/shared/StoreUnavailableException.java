package io.motorpool.application.shared;

/** The database cannot be reached or did not answer in time. Nothing was changed, or nobody can tell yet. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super(cause);
    }
}
