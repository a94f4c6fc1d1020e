package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.domain.shared.Version;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What requests say in headers. */
public final class Headers {

    public static final String IF_MATCH = "If-Match";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public static final String STRONG_TAG_FORM = "\"(0|[1-9][0-9]{0,17})\"";
    public static final String KEY_FORM = "[!-~]{1,100}";
    private static final Pattern STRONG_TAG = Pattern.compile(STRONG_TAG_FORM);
    private static final Pattern KEY = Pattern.compile(KEY_FORM);

    private Headers() {}

    /** The version that the caller decided on (RFC 6585). */
    public static Version ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidRequest(
                    428,
                    "if-match-required",
                    "State in If-Match which version you decided on: the ETag that you read.",
                    List.of(new FieldError(IF_MATCH, "required", "must be the ETag that was read")));
        }
        var tag = STRONG_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw InvalidRequest.of(
                    List.of(new FieldError(IF_MATCH, "invalid", "must be one ETag as it was read, like \"3\"")));
        }
        return new Version(Long.parseLong(tag.group(1)));
    }

    /** The key under which a repeated request is recognised (P13). */
    public static String idempotencyKey(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidRequest(
                    400,
                    "idempotency-key-required",
                    "Send an Idempotency-Key, so that repeating the request does no harm.",
                    List.of(new FieldError(IDEMPOTENCY_KEY, "required", "must be 1 to 100 printable characters")));
        }
        if (!KEY.matcher(header).matches()) {
            throw InvalidRequest.of(
                    List.of(new FieldError(IDEMPOTENCY_KEY, "invalid", "must be 1 to 100 printable ASCII characters")));
        }
        return header;
    }
}
