package io.motorpool.adapters.keys.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.application.identity.SigningKeys;
import io.motorpool.application.identity.SigningKeysContract;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSigningKeysTest implements SigningKeysContract {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyWrapping MASTER = aMasterKey();

    @TempDir
    Path folder;

    private final Aside aside = new Aside("keys of a test", 2, 16);

    @AfterEach
    void close() {
        aside.close();
    }

    @Override
    public SigningKeys keys() {
        return keys(MASTER);
    }

    @Override
    public SigningKeys keysOfAnotherNode() {
        return keys(MASTER);
    }

    private SigningKeys keys(KeyWrapping wrapping) {
        return new EncryptedSigningKeys(keysFolder(), wrapping, ISSUER, aside, RANDOM, SignedWords::newPair);
    }

    private Path keysFolder() {
        return folder.resolve("keys");
    }

    @Test
    void a_key_that_is_made_without_a_test_is_as_long_as_it_must_be_and_signs() {
        SigningKeys real = new EncryptedSigningKeys(keysFolder(), MASTER, ISSUER, aside, RANDOM);

        RsaPublicKey made = result(real::make);

        assertThat(made.modulus().bitLength()).isEqualTo(RsaPublicKey.FEWEST_BITS);
        assertThat(SignedWords.read(sign(keys(), made.id())).isSignedBy(made)).isTrue();
    }

    @Test
    void only_the_owner_may_read_the_files() throws IOException {
        var _ = result(() -> keys().make());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keysFolder())))
                .isEqualTo("rwx------");
        assertThat(files())
                .hasSize(1)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void no_file_shows_a_private_key() throws IOException {
        RsaPublicKey made = result(() -> keys().make());

        String content = new String(Files.readAllBytes(file(made.id())), StandardCharsets.ISO_8859_1);

        // every RSA key in PKCS#8 has the modulus in it, and the identifier of the algorithm
        assertThat(content)
                .doesNotContain(new String(made.modulus().toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE");
    }

    @Test
    void another_master_key_opens_nothing() {
        RsaPublicKey made = result(() -> keys().make());

        assertThatThrownBy(() -> sign(keys(aMasterKey()), made.id())).isInstanceOf(OutOfReachException.class);
    }

    @Test
    void a_damaged_file_signs_nothing() throws IOException {
        RsaPublicKey made = result(() -> keys().make());
        byte[] content = Files.readAllBytes(file(made.id()));

        for (int length : List.of(0, 1, 2, 40, content.length - 1)) {
            var _ = Files.write(file(made.id()), java.util.Arrays.copyOf(content, length));
            assertThatThrownBy(() -> sign(keys(), made.id())).isInstanceOf(OutOfReachException.class);
        }
        content[content.length - 1] ^= 1;
        var _ = Files.write(file(made.id()), content);
        assertThatThrownBy(() -> sign(keys(), made.id())).isInstanceOf(OutOfReachException.class);
    }

    @Test
    void a_file_is_not_taken_for_that_of_another_key() throws IOException {
        RsaPublicKey one = result(() -> keys().make());
        RsaPublicKey other = result(() -> keys().make());

        var _ = Files.write(file(one.id()), Files.readAllBytes(file(other.id())));

        assertThatThrownBy(() -> sign(keys(), one.id())).isInstanceOf(OutOfReachException.class);
    }

    @Test
    void nothing_is_left_of_a_destroyed_key() throws IOException {
        SigningKeys keys = keys();
        RsaPublicKey made = result(keys::make);

        var _ = result(() -> keys.destroy(made.id()).replaceWith(true));

        assertThat(files()).isEmpty();
    }

    @Test
    void a_short_master_key_is_no_master_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.of(Base64.getEncoder().encodeToString(new byte[16]), RANDOM));
    }

    private String sign(SigningKeys keys, KeyId key) {
        Grant grant = new Grant(new UserId(new UUID(1, 2)), new Profile.Personal(), Set.of());
        AccessClaims claims = AccessClaims.of(
                new UUID(3, 4), new Versioned<>(grant, Version.FIRST), null, NOW, TokenPolicy.PUBLISHED);
        return result(() -> keys.sign(key, claims)).text();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(keysFolder())) {
            return files.toList();
        }
    }

    private Path file(KeyId key) {
        return keysFolder().resolve(key.value() + ".key");
    }

    private static KeyWrapping aMasterKey() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes), RANDOM);
    }
}
