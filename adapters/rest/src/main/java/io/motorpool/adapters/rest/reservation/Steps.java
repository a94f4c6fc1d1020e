package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.ReservationBody.RESERVATIONS;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all steps of a reservation's life have in common: they say why, and on which version they were decided. */
final class Steps {

    private final CallerSource callers;

    Steps(CallerSource callers) {
        this.callers = callers;
    }

    /** What the request for a step says. */
    interface Body {

        Field<Reason> why(Input in);
    }

    /** A step that needs nothing but its reservation. */
    <B extends Body> Uni<Response> take(
            String id,
            @Nullable String seen,
            @Nullable B body,
            Function<ReservationChange, Uni<Decision<ReservationView, Refusal>>> step) {
        return take(id, seen, body, (_, in) -> in.absent(), (change, _) -> step.apply(change));
    }

    /** A step that needs something more, which the body has to say. */
    <B extends Body, T> Uni<Response> take(
            String id,
            @Nullable String seen,
            @Nullable B body,
            BiFunction<B, Input, Field<T>> needed,
            BiFunction<ReservationChange, Field<T>, Uni<Decision<ReservationView, Refusal>>> step) {
        Version version = Headers.ifMatch(seen);
        B said = Input.body(body);
        Input in = new Input();
        Field<T> read = needed.apply(said, in);
        Field<Reason> reason = said.why(in);
        ReservationChange change = in.build(() ->
                new ReservationChange(callers.caller(), new ReservationId(Input.pathId(id)), version, reason.orNull()));
        return RESERVATIONS.one(step.apply(change, read));
    }
}
