package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import java.util.List;

/** The request cannot be understood; every field that is wrong is named. */
public final class InvalidRequest extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    InvalidRequest(int status, String code, String message, List<FieldError> errors) {
        super(message);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** Something that has a name in HTTP already. */
    static InvalidRequest inHttp(int status) {
        Problem named = HttpProblems.of(status);
        return new InvalidRequest(named.status(), named.code(), named.detail(), List.of());
    }

    static InvalidRequest of(List<FieldError> errors) {
        return new InvalidRequest(400, "invalid-request", "The request cannot be understood.", errors);
    }

    Problem problem() {
        return Problem.of(status, code, String.valueOf(getMessage()), errors);
    }
}
