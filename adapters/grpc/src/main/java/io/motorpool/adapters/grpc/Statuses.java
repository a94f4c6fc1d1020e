package io.motorpool.adapters.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, as gRPC tells it: a {@code google.rpc.Status} whose {@code ErrorInfo} has as its reason what REST calls the
 * code, and as its metadata the facts.
 */
final class Statuses {

    /** To whom the reasons belong. */
    static final String DOMAIN = "motorpool.io";

    static final String UNAUTHORIZED = "unauthorized";
    static final String INVALID = "invalid-request";
    static final String CONTENDED = "contended";

    private static final String RETRY_AFTER = "retryAfterSeconds";
    private static final long RETRY_SOON = 1;

    private Statuses() {}

    static Status of(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        if (explained.code().equals(CONTENDED)) {
            return contended(explained.sentence());
        }
        Status.Builder status =
                of(codeOf(explained.kind()), explained.code(), explained.sentence(), explained.facts()).toBuilder();
        return switch (explained.kind()) {
            case THROTTLED -> retry(status, Long.parseLong(explained.facts().getOrDefault(RETRY_AFTER, "1")));
            case UNKNOWN, UNAUTHENTICATED, FORBIDDEN, CONFLICT, STALE, BROKEN_RULE -> status.build();
        };
    }

    /** The other half of parity with REST: what a kind is in gRPC. */
    static Code codeOf(Explained.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> Code.NOT_FOUND;
            case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
            case FORBIDDEN -> Code.PERMISSION_DENIED;
            case THROTTLED -> Code.RESOURCE_EXHAUSTED;
            case STALE -> Code.ABORTED;
            case CONFLICT, BROKEN_RULE -> Code.FAILED_PRECONDITION;
        };
    }

    static Status unauthorized() {
        return of(Code.UNAUTHENTICATED, UNAUTHORIZED, "Send a valid access token.", Map.of());
    }

    /** Retries inside are used up: the caller may try again, nothing was changed. */
    static Status contended() {
        return contended("Others changed the same thing at the same moment. Ask again.");
    }

    /** Of all that is lost to others only this is worth to be asked again as it was: gRPC has a code for that. */
    private static Status contended(String sentence) {
        return of(Code.ABORTED, CONTENDED, sentence, Map.of());
    }

    static Status unavailable() {
        return retry(
                of(
                        Code.UNAVAILABLE,
                        "temporarily-unavailable",
                        "What this needs does not answer now. Try again.",
                        Map.of())
                        .toBuilder(),
                RETRY_SOON);
    }

    static Status internal() {
        return of(Code.INTERNAL, "internal-error", "Something went wrong on our side.", Map.of());
    }

    static Status tooLate() {
        return of(
                Code.DEADLINE_EXCEEDED,
                "deadline-exceeded",
                "The answer was not there before the deadline. A change that had begun goes on to its end.",
                Map.of());
    }

    static Status cancelled() {
        return of(Code.CANCELLED, "cancelled", "The caller did not wait for the answer.", Map.of());
    }

    static Status invalid(String reason, String sentence, List<FieldViolation> violations) {
        return of(Code.INVALID_ARGUMENT, reason, sentence, Map.of()).toBuilder()
                .addDetails(Any.pack(BadRequest.newBuilder()
                        .addAllFieldViolations(violations)
                        .build()))
                .build();
    }

    static Status of(Code code, String reason, String sentence, Map<String, String> facts) {
        ErrorInfo info = ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(facts)
                .build();
        return Status.newBuilder()
                .setCode(code.value())
                .setMessage(sentence)
                .addDetails(Any.pack(info))
                .build();
    }

    /** The same with the number under which to ask about it. */
    static Status at(Status status, String traceId) {
        return status.toBuilder()
                .addDetails(
                        Any.pack(RequestInfo.newBuilder().setRequestId(traceId).build()))
                .build();
    }

    private static Status retry(Status.Builder status, long seconds) {
        return status.addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(Durations.fromSeconds(seconds))
                        .build()))
                .build();
    }
}
