package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.EventFormat;
import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What bootstrap gives the adapter otherwise. */
@ApplicationScoped
class Wiring {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    Supplier<UUID> nextId() {
        return Ids::next;
    }

    @Produces
    EventFormat eventFormat() {
        return (id, event) -> new EventMessage(
                id, "test", event.subject().toString(), event.getClass().getSimpleName(), Touched.by(event));
    }
}
