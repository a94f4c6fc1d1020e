package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.reconciliation.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place in the legacy database's log. */
@Schema(name = "LegacyPosition")
record PositionBody(
        @Schema(required = true, minimum = "0", maximum = "9223372036854775807", description = "The place in the log")
        @Nullable
        Long log,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "2147483647",
                description = "Among the changes that stand at the same place")
        @Nullable
        Integer order) {

    static PositionBody of(Position position) {
        return new PositionBody(position.log(), position.order());
    }

    Position read() {
        Input in = new Input();
        Field<Long> place = in.given("log", log, PositionBody::notNegative);
        Field<Integer> among = in.given("order", order, PositionBody::notNegative);
        return in.build(() -> new Position(place.get(), among.get()));
    }

    private static <N extends Number> N notNegative(N number) {
        if (number.longValue() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        return number;
    }
}
