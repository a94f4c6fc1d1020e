package io.motorpool.sandbox.fuzz.wire;

import java.io.IOException;

/** The connection ended, or time did, where an answer should have come. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message) {
        super(message);
    }

    NoAnswerException(String message, IOException cause) {
        super(message, cause);
    }
}
