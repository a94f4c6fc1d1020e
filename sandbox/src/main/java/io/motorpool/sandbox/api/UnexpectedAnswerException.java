package io.motorpool.sandbox.api;

import java.util.Arrays;

/** The API answered something else than the caller can go on with. */
public final class UnexpectedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedAnswerException(Answer answer, int... expected) {
        this(answer, Arrays.toString(expected));
    }

    UnexpectedAnswerException(Answer answer, String expected) {
        super("%s: expected %s, got %d %s".formatted(answer.question(), expected, answer.status(), answer.body()));
    }
}
