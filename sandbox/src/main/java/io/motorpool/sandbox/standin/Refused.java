package io.motorpool.sandbox.standin;

/** A request that is not carried out, and why, in the words of the system that is stood in for. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public Refused(int status, String code) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
