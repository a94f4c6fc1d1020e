package io.motorpool.adapters.leakyone;

import io.motorpool.adapters.leakytwo.LeakyTwo;
import io.motorpool.application.audit.AuditQueriesService;

/** An adapter that knows another adapter and a use case's insides. */
final class LeakyOne {

    private LeakyOne() {}

    static Class<?> other() {
        return LeakyTwo.class;
    }

    static Class<?> service(AuditQueriesService service) {
        return service.getClass();
    }
}
