package io.motorpool.adapters.erp;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pair that all writes use. When it is refused, the first who says so fetches a new one, and all others wait for that
 * one instead of fetching theirs: thirty-two refused writes cost one request, and whoever was refused with a pair that has
 * been replaced already takes the new one at once.
 */
final class TokenPairs {

    private final Supplier<Uni<TokenPair>> fetch;
    private @Nullable TokenPair known;
    private @Nullable Uni<TokenPair> underWay;

    TokenPairs(Supplier<Uni<TokenPair>> fetch) {
        this.fetch = fetch;
    }

    Uni<TokenPair> current() {
        return Uni.createFrom().deferred(() -> obtain(null));
    }

    /** A pair that is not the one that was refused. */
    Uni<TokenPair> insteadOf(TokenPair refused) {
        return Uni.createFrom().deferred(() -> obtain(refused));
    }

    private synchronized Uni<TokenPair> obtain(@Nullable TokenPair refused) {
        TokenPair pair = known;
        if (pair != null && !pair.equals(refused)) {
            return Uni.createFrom().item(pair);
        }
        known = null;
        Uni<TokenPair> flight = underWay;
        if (flight == null) {
            flight = Uni.createFrom()
                    .deferred(fetch::get)
                    .onItem()
                    .invoke(this::landed)
                    .onFailure()
                    .invoke(this::crashed)
                    .memoize()
                    .indefinitely();
            underWay = flight;
        }
        return flight;
    }

    private synchronized void landed(TokenPair pair) {
        known = pair;
        underWay = null;
    }

    private synchronized void crashed() {
        underWay = null;
    }
}
