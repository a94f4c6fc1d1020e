package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.publication.IssuerMetadata;
import io.motorpool.adapters.keys.publication.ObjectStore;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.BytesWrapper;

/** A set in a bucket that not everybody may read. */
public final class ObjectOrigin implements KeySetOrigin {

    private final ObjectStore store;

    public ObjectOrigin(ObjectStore store) {
        this.store = store;
    }

    @Override
    public CompletableFuture<String> fetch() {
        return store.get(IssuerMetadata.KEYS_PATH).thenApply(BytesWrapper::asUtf8String);
    }
}
