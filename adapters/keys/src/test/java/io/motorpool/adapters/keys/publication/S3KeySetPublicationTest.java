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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3KeySetPublicationTest implements KeySetPublicationContract {

    private static final IssuerMetadata METADATA = new IssuerMetadata(
            new Issuer("https://motorpool.local", "motorpool"),
            "https://keys.example",
            "https://motorpool.local/api/v1/tokens");

    private static final S3Server SERVER = new S3Server();

    private final ObjectStore store = SERVER.bucket(UUID.randomUUID().toString());

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
    void verifiers_can_read_it_there() {
        KeySet set = new KeySet(7, List.of(SignedWords.publicHalf(SignedWords.newPair())));
        var _ = result(() -> publication().publish(set));

        assertThat(new ObjectOrigin(store).fetch().join()).isEqualTo(JwkSet.write(set));
    }
}
