package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where facts wait for delivery. Appending is part of the unit of work that made them true. */
public interface Outbox {

    Uni<Void> append(List<? extends DomainEvent> events);
}
