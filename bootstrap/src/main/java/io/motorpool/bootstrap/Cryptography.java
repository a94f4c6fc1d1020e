package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.adapters.keys.Aside;
import io.motorpool.adapters.keys.client.SignedClientAssertions;
import io.motorpool.adapters.keys.legacy.AskedSessions;
import io.motorpool.adapters.keys.legacy.SharedSecretTokens;
import io.motorpool.adapters.keys.password.Argon2Effort;
import io.motorpool.adapters.keys.password.Argon2PasswordHasher;
import io.motorpool.adapters.keys.publication.FolderKeySetPublication;
import io.motorpool.adapters.keys.publication.IssuerMetadata;
import io.motorpool.adapters.keys.publication.S3KeySetPublication;
import io.motorpool.adapters.keys.secret.AesSecretSealer;
import io.motorpool.adapters.keys.signing.EncryptedSigningKeys;
import io.motorpool.adapters.keys.signing.MasterKey;
import io.motorpool.application.identity.ClientAssertions;
import io.motorpool.application.identity.FirstServerTokens;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.application.identity.SecondServerSessions;
import io.motorpool.application.identity.SecretSealer;
import io.motorpool.application.identity.SigningKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The cryptography of the issuer's side. What is not configured fails when it is first needed, and says what is missing. */
@ApplicationScoped
class Cryptography {

    /** Passwords take half of the processors at most; the others go on answering. */
    private static final int HASHING = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** The last of those who wait gets an answer in a second or two. */
    private static final int HASHING_WAITING = 16 * HASHING;

    private static final int SIGNING = 2;
    private static final int SIGNING_WAITING = 512;

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    PasswordHasher passwordHasher(MeterRegistry meters) {
        Aside aside = new Aside("passwords", HASHING, HASHING_WAITING);
        return new MeteredPasswordHasher(new Argon2PasswordHasher(Argon2Effort.RECOMMENDED, aside, random), meters);
    }

    @Produces
    @Singleton
    SigningKeys signingKeys(KeySettings settings, Issuer issuer) {
        return new EncryptedSigningKeys(
                Path.of(needed(settings.folder(), "motorpool.keys.folder")),
                MasterKey.of(needed(settings.master(), "motorpool.keys.master"), random),
                issuer,
                new Aside("signing", SIGNING, SIGNING_WAITING),
                random);
    }

    @Produces
    @Singleton
    KeySetPublication keySetPublication(KeySettings settings, Issuer issuer) {
        IssuerMetadata metadata = new IssuerMetadata(issuer, settings.publishedAt(), settings.tokenEndpoint());
        String place = needed(settings.publishTo(), "motorpool.keys.publish-to");
        return ObjectStores.isObjectStore(place)
                ? new S3KeySetPublication(ObjectStores.open(place, settings), metadata)
                : new FolderKeySetPublication(Path.of(place), metadata, new Aside("publication", 1, 16));
    }

    @Produces
    @Singleton
    SecretSealer secretSealer() {
        return new AesSecretSealer(random);
    }

    @Produces
    @Singleton
    ClientAssertions clientAssertions() {
        return new SignedClientAssertions();
    }

    @Produces
    @Singleton
    FirstServerTokens firstServerTokens(KeySettings settings) {
        return settings.firstServerSecret()
                .<FirstServerTokens>map(SharedSecretTokens::new)
                .orElse((_, _) -> Optional.empty());
    }

    @Produces
    @Singleton
    SecondServerSessions secondServerSessions(KeySettings settings) {
        return settings.secondServer()
                .<SecondServerSessions>map(AskedSessions::new)
                .orElse(_ -> Uni.createFrom().item(Optional.empty()));
    }

    private static String needed(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException(name + " is not configured"));
    }
}
