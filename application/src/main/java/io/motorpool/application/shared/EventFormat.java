package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import java.util.UUID;

/** How a fact is put into words for others. */
public interface EventFormat {

    EventMessage describe(UUID id, DomainEvent event);
}
