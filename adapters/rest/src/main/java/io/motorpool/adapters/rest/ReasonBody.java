package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody acts for somebody else. */
@Schema(name = "Reason", description = "Why somebody acts for somebody else")
public record ReasonBody(
        @Schema(required = true, implementation = ReasonCode.class) @Nullable
        String code,

        @Schema(required = true, minLength = 1, maxLength = Reason.LONGEST_NOTE, examples = "called the hotline")
        @Nullable
        String note) {

    public static Field<Reason> optional(Input in, @Nullable ReasonBody body) {
        return body == null ? in.absent() : body.read(in);
    }

    public static Field<Reason> required(Input in, @Nullable ReasonBody body) {
        return optional(in, in.given("reason", body).orNull());
    }

    private Field<Reason> read(Input in) {
        Field<ReasonCode> why = in.oneOf(ReasonCode.class, "reason.code", code);
        Field<String> more = in.text("reason.note", note, Reason.LONGEST_NOTE);
        return in.made("reason", () -> new Reason(why.get(), more.get()));
    }
}
