package io.motorpool.adapters.keys.publication;

import io.motorpool.adapters.keys.CallerContext;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.domain.identity.KeySet;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Publishes into an object store. An object takes the place of another as a whole, and only of the very one that was
 * looked at before ({@code If-Match}): of two nodes that publish at once, one looks again.
 */
public final class S3KeySetPublication implements KeySetPublication {

    private static final int ATTEMPTS = 10;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final ObjectStore store;
    private final IssuerMetadata metadata;

    public S3KeySetPublication(ObjectStore store, IssuerMetadata metadata) {
        this.store = store;
        this.metadata = metadata;
    }

    /** @param text what is there, @param tag by which it is known again */
    private record Stored(String text, String tag) {

        /** What somebody else damaged is put right by publishing again. */
        Optional<KeySet> set() {
            try {
                return Optional.of(JwkSet.read(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Uni<KeySet> publish(KeySet set) {
        return answered(() -> describe().chain(() -> replace(set, ATTEMPTS)));
    }

    @Override
    public Uni<Optional<KeySet>> published() {
        return answered(() -> find(IssuerMetadata.KEYS_PATH).map(stored -> stored.flatMap(Stored::set)));
    }

    private Uni<KeySet> replace(KeySet set, int attempts) {
        return find(IssuerMetadata.KEYS_PATH).chain(stored -> {
            Optional<KeySet> there = stored.flatMap(Stored::set);
            if (there.isPresent() && there.get().version() > set.version()) {
                return Uni.createFrom().item(there.get());
            }
            if (there.equals(Optional.of(set))) {
                return Uni.createFrom().item(set);
            }
            return put(IssuerMetadata.KEYS_PATH, JwkSet.write(set), JwkSet.MEDIA_TYPE, stored)
                    .replaceWith(set)
                    .onFailure(failure -> isLostRace(failure) && attempts > 1)
                    .recoverWithUni(() -> replace(set, attempts - 1));
        });
    }

    /** Whoever loses this race lost it against the same words. */
    private Uni<Void> describe() {
        String words = metadata.write();
        return find(IssuerMetadata.PATH)
                .chain(stored ->
                        stored.filter(there -> there.text().equals(words)).isPresent()
                                ? Uni.createFrom().voidItem()
                                : put(IssuerMetadata.PATH, words, "application/json", stored)
                                        .onFailure(S3KeySetPublication::isLostRace)
                                        .recoverWithNull());
    }

    private Uni<Optional<Stored>> find(String name) {
        return Uni.createFrom()
                .completionStage(() -> store.get(name))
                .map(found -> Optional.of(
                        new Stored(found.asUtf8String(), found.response().eTag())))
                .onFailure(NoSuchKeyException.class)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Void> put(String name, String content, String mediaType, Optional<Stored> expected) {
        @Nullable String tag = expected.map(Stored::tag).orElse(null);
        return Uni.createFrom()
                .completionStage(() -> store.put(name, content, mediaType, tag))
                .replaceWithVoid();
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof S3Exception refused
                && (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT);
    }

    private interface Work<T> {
        Uni<T> begun();
    }

    private static <T> Uni<T> answered(Work<T> work) {
        return Uni.createFrom().deferred(() -> {
            Executor back = CallerContext.current();
            return work.begun()
                    .onFailure()
                    .transform(failure -> new OutOfReachException("the object store does not do it", failure))
                    .emitOn(back);
        });
    }
}
