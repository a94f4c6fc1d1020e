package io.motorpool.sandbox.run;

/** What was asked of the sandbox cannot be done now. The message is meant for the person who asked. */
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxException(String message) {
        super(message);
    }

    SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
