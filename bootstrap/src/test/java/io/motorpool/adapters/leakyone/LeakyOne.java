package io.motorpool.adapters.leakyone;

import io.motorpool.adapters.leakytwo.LeakyTwo;
import io.motorpool.application.audit.AuditQueriesService;
import javax.crypto.SecretKey;

/** An adapter that knows another adapter, a use case's insides, and a secret key. */
final class LeakyOne {

    private LeakyOne() {}

    static Class<?> other() {
        return LeakyTwo.class;
    }

    static Class<?> service(AuditQueriesService service) {
        return service.getClass();
    }

    static byte[] key(SecretKey key) {
        return key.getEncoded();
    }
}
