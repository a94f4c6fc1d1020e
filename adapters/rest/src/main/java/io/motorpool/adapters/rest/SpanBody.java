package io.motorpool.adapters.rest;

import io.motorpool.domain.shared.Period;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of time, half-open (P5). */
@Schema(name = "Span", description = "From start on, up to but not including end")
public record SpanBody(
        @Schema(required = true) Instant start,
        @Schema(required = true) Instant end) {

    public static SpanBody of(Period period) {
        return new SpanBody(period.start(), period.end());
    }
}
