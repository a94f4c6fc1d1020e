package io.motorpool.adapters.grpc;

import com.google.rpc.Status;

/** An answer that is none, on its way to the caller. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Status status;

    Refused(Status status) {
        super(status.getMessage(), null, false, false);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
