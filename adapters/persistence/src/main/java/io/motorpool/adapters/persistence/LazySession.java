package io.motorpool.adapters.persistence;

import io.quarkus.hibernate.reactive.panache.common.WithSessionOnDemand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Around work that may do without Hibernate: a session is opened when somebody asks for it, and closed at the end. */
@ApplicationScoped
class LazySession {

    @WithSessionOnDemand
    <T> Uni<T> around(Supplier<Uni<T>> work) {
        return work.get();
    }
}
