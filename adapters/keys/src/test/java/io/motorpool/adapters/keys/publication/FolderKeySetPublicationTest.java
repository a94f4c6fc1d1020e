package io.motorpool.adapters.keys.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.KeySetPublicationContract;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderKeySetPublicationTest implements KeySetPublicationContract {

    private static final IssuerMetadata METADATA = new IssuerMetadata(
            new Issuer("https://motorpool.local", "motorpool"),
            "https://keys.example",
            "https://motorpool.local/api/v1/tokens");

    @TempDir
    Path folder;

    private final Aside aside = new Aside("publication of a test", 2, 16);

    @AfterEach
    void close() {
        aside.close();
    }

    @Override
    public KeySetPublication publication() {
        return new FolderKeySetPublication(place(), METADATA, aside);
    }

    @Override
    public void givenOutOfReach() {
        move(place(), folder.resolve("elsewhere"));
        try {
            var _ = Files.createDirectory(place());
            var _ = Files.createDirectories(keys());
            var _ = Files.createFile(keys().resolve("in the way"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void givenWithinReach() {
        move(place(), folder.resolve("in the way"));
        move(folder.resolve("elsewhere"), place());
    }

    @Test
    void the_set_is_one_that_every_reader_of_jwk_sets_understands() throws IOException {
        RsaPublicKey key = SignedWords.publicHalf(SignedWords.newPair());

        var _ = result(() -> publication().publish(new KeySet(7, List.of(key))));

        assertThat(Files.readString(keys())).isEqualTo("""
                        {"version":7,"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"AQAB"}]}\
                        """.formatted(key.id(), key.n()));
    }

    @Test
    void beside_it_stands_how_to_find_and_use_it() throws IOException {
        var _ = result(() -> publication().publish(new KeySet(1, List.of())));

        assertThat(Files.readString(place().resolve(".well-known/oauth-authorization-server")))
                .contains(
                        "\"issuer\":\"https://motorpool.local\"",
                        "\"jwks_uri\":\"https://keys.example/.well-known/jwks.json\"",
                        "\"token_endpoint\":\"https://motorpool.local/api/v1/tokens\"",
                        "\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]");
    }

    @Test
    void nothing_but_what_is_published_is_left_behind() throws IOException {
        for (int version = 1; version <= 3; version++) {
            KeySet set = new KeySet(version, List.of());
            var _ = result(() -> publication().publish(set));
        }

        try (var files = Files.list(keys().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("jwks.json", "oauth-authorization-server");
        }
    }

    @Test
    void a_set_that_somebody_damaged_is_put_right() throws IOException {
        KeySet set = new KeySet(5, List.of(SignedWords.publicHalf(SignedWords.newPair())));
        var _ = result(() -> publication().publish(set));
        var _ = Files.writeString(keys(), Files.readString(keys()).substring(0, 100));
        assertThat(result(() -> publication().published())).isEmpty();

        var _ = result(() -> publication().publish(set));

        assertThat(result(() -> publication().published())).contains(set);
    }

    private Path place() {
        return folder.resolve("place");
    }

    private Path keys() {
        return place().resolve(IssuerMetadata.KEYS_PATH);
    }

    private static void move(Path from, Path to) {
        try {
            var _ = Files.move(from, to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
