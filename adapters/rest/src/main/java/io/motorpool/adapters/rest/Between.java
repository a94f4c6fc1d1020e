package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.domain.shared.Period;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The stretch of time that a question is about; short enough to be told entry by entry. */
public record Between(
        @QueryParam("start") @Nullable String start,
        @QueryParam("end") @Nullable String end) {

    public static final Duration LONGEST = FleetQueries.Stretch.LONGEST;

    public Field<Period> read(Input in) {
        Field<Period> period = in.periodInQuery(start, end);
        return in.made("end", () -> checked(period.get()));
    }

    /** The same where nothing else is asked for. */
    public Period period() {
        Input in = new Input();
        return in.build(read(in)::get);
    }

    private static Period checked(Period period) {
        if (period.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be at most %d days after the start".formatted(LONGEST.toDays()));
        }
        return period;
    }
}
