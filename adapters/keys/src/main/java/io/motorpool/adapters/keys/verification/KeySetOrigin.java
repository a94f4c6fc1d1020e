package io.motorpool.adapters.keys.verification;

import java.util.concurrent.CompletableFuture;

/** Where the published key set is fetched. */
public interface KeySetOrigin {

    /** Its text as it is there now; fails when there is none, or when nobody answers. Never waits for it itself. */
    CompletableFuture<String> fetch();
}
