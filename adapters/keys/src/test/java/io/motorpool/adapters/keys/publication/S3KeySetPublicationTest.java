package io.motorpool.adapters.keys.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.keys.verification.ObjectOrigin;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.KeySetPublicationContract;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.identity.KeySet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.DelegatingS3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3KeySetPublicationTest implements KeySetPublicationContract {

    private static final IssuerMetadata METADATA = new IssuerMetadata(
            new Issuer("https://motorpool.local", "motorpool"),
            "https://keys.example",
            "https://motorpool.local/api/v1/tokens");

    private static final S3Server SERVER = new S3Server();

    private final String bucket = UUID.randomUUID().toString();
    private final ObjectStore store = SERVER.bucket(bucket);

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Override
    public KeySetPublication publication() {
        return new S3KeySetPublication(store, METADATA);
    }

    @Override
    public void givenOutOfReach() {
        SERVER.outOfReach(true);
    }

    @Override
    public void givenWithinReach() {
        SERVER.outOfReach(false);
    }

    @Test
    void readers_are_told_what_it_is_and_how_long_they_may_keep_it() {
        KeySet set = new KeySet(7, List.of(SignedWords.publicHalf(SignedWords.newPair())));
        var _ = result(() -> publication().publish(set));

        var found = store.get(IssuerMetadata.KEYS_PATH).join();

        assertThat(found.response().contentType()).isEqualTo("application/jwk-set+json");
        assertThat(found.response().cacheControl()).isEqualTo("public, max-age=300");
        assertThat(found.asUtf8String()).isEqualTo(JwkSet.write(set));
        assertThat(store.get(IssuerMetadata.PATH).join().asUtf8String()).contains("\"jwks_uri\"");
    }

    @Test
    void the_server_itself_refuses_whoever_did_not_see_what_is_there() {
        var first = store.put("object", "one", "text/plain", null).join();
        var second = store.put("object", "two", "text/plain", first.eTag()).join();

        assertThat(status(store.put("object", "three", "text/plain", null))).isEqualTo(412);
        assertThat(status(store.put("object", "three", "text/plain", first.eTag())))
                .isEqualTo(412);
        assertThat(second.eTag()).isNotEqualTo(first.eTag());
        assertThat(store.get("object").join().asUtf8String()).isEqualTo("two");
    }

    @Test
    void whoever_lost_a_race_against_a_newer_set_leaves_it_where_it_is() {
        KeySet older = aSet(7);
        KeySet newer = aSet(8);
        KeySetPublication late = new S3KeySetPublication(overtakenBy(newer), METADATA);
        assertThat(result(() -> publication().publish(aSet(6))).version()).isEqualTo(6);

        assertThat(result(() -> late.publish(older))).isEqualTo(newer);

        assertThat(result(() -> publication().published())).contains(newer);
    }

    @Test
    void whoever_lost_a_race_against_an_older_set_looks_again_and_publishes() {
        KeySet older = aSet(7);
        KeySet newer = aSet(8);
        KeySetPublication late = new S3KeySetPublication(overtakenBy(older), METADATA);

        assertThat(result(() -> late.publish(newer))).isEqualTo(newer);

        assertThat(result(() -> publication().published())).contains(newer);
    }

    /** The same bucket for somebody who is overtaken once, just before they put the set there. */
    private ObjectStore overtakenBy(KeySet other) {
        AtomicBoolean overtaken = new AtomicBoolean();
        return SERVER.bucket(bucket, client -> new DelegatingS3AsyncClient(client) {
            @Override
            public CompletableFuture<PutObjectResponse> putObject(PutObjectRequest request, AsyncRequestBody body) {
                boolean first =
                        request.key().endsWith(IssuerMetadata.KEYS_PATH) && overtaken.compareAndSet(false, true);
                return first
                        ? publication()
                                .publish(other)
                                .subscribeAsCompletionStage()
                                .thenCompose(_ -> super.putObject(request, body))
                        : super.putObject(request, body);
            }
        });
    }

    private static KeySet aSet(long version) {
        return new KeySet(version, List.of(SignedWords.publicHalf(SignedWords.newPair())));
    }

    private static int status(CompletableFuture<?> refused) {
        Throwable failure = refused.handle((_, thrown) -> thrown).join();
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof S3Exception answer ? answer.statusCode() : -1;
    }

    @Test
    void verifiers_can_read_it_there() {
        KeySet set = new KeySet(7, List.of(SignedWords.publicHalf(SignedWords.newPair())));
        var _ = result(() -> publication().publish(set));

        assertThat(new ObjectOrigin(store).fetch().join()).isEqualTo(JwkSet.write(set));
    }
}
