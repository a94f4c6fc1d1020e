package io.motorpool.bootstrap;

import io.motorpool.adapters.keys.publication.ObjectStore;
import java.net.URI;

/** Reads {@code s3://bucket/prefix}. */
final class ObjectStores {

    private static final String SCHEME = "s3://";

    private ObjectStores() {}

    static boolean isObjectStore(String place) {
        return place.startsWith(SCHEME);
    }

    static ObjectStore open(String place, KeySettings settings) {
        URI address = URI.create(place);
        String prefix = address.getPath().replaceFirst("^/", "");
        return ObjectStore.in(
                settings.objectStore().orElse(null),
                settings.region(),
                address.getAuthority(),
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }
}
