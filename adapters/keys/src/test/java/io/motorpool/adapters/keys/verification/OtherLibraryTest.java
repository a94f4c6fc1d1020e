package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.motorpool.adapters.keys.Aside;
import io.motorpool.adapters.keys.publication.FolderKeySetPublication;
import io.motorpool.adapters.keys.publication.IssuerMetadata;
import io.motorpool.adapters.keys.signing.EncryptedSigningKeys;
import io.motorpool.adapters.keys.signing.MasterKey;
import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Forgeries;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's verifier, which knows nothing but the published files, and ours on the very same files. */
class OtherLibraryTest {

    private static final Issuer ISSUER = new Issuer(Badge.ISSUER, Badge.AUDIENCE);
    private static final IssuerMetadata METADATA =
            new IssuerMetadata(ISSUER, "https://keys.example", "https://motorpool.local/api/v1/tokens");

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Aside aside = new Aside("another library's test", 2, 16);

    @AfterEach
    void close() {
        aside.close();
    }

    @Test
    void takes_our_tokens_for_what_they_are() throws Exception {
        EncryptedSigningKeys keys = keys();
        RsaPublicKey key = result(keys.make());
        publish(key);
        UserId user = new UserId(UUID.randomUUID());

        JWTClaimsSet claims = theirs().process(token(keys, key, user).text(), null);

        assertThat(claims.getSubject()).isEqualTo(user.toString());
        assertThat(claims.getStringClaim("scope")).contains("audit");
        assertThat(claims.getStringListClaim("roles")).containsExactly("AUDITOR");
    }

    @Test
    void ours_reads_the_same_files() {
        EncryptedSigningKeys keys = keys();
        RsaPublicKey key = result(keys.make());
        publish(key);
        UserId user = new UserId(UUID.randomUUID());

        assertThat(result(ours().verify(token(keys, key, user).text())))
                .hasValueSatisfying(access -> assertThat(access.caller().user()).isEqualTo(user));
    }

    @TestFactory
    Stream<DynamicTest> refuses_forgeries() throws Exception {
        KeyPair pair = SignedWords.newPair();
        RsaPublicKey key = SignedWords.publicHalf(pair);
        publish(key);
        Instant now = Instant.now();
        DefaultJWTProcessor<SecurityContext> theirs = theirs();
        String good = Badge.of(key.id(), now).signed(pair);
        assertThatCode(() -> theirs.process(good, null)).doesNotThrowAnyException();

        return Forgeries.everybodyMustRefuse(pair, now).entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(
                        forgery.getKey(),
                        () -> assertThat(isTaken(theirs, forgery.getValue())).isFalse()));
    }

    private static boolean isTaken(DefaultJWTProcessor<SecurityContext> theirs, String token) {
        try {
            var _ = theirs.process(token, null);
            return true;
        } catch (BadJOSEException | JOSEException | ParseException _) {
            return false;
        }
    }

    private DefaultJWTProcessor<SecurityContext> theirs() throws Exception {
        JWKSet published = JWKSet.load(folder.resolve(IssuerMetadata.KEYS_PATH).toFile());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(published)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                ISSUER.audience(),
                new JWTClaimsSet.Builder().issuer(ISSUER.url()).build(),
                Set.of("sub", "exp", "iat", "jti", "client_id")));
        return processor;
    }

    private VerifiedAccessTokens ours() {
        return new VerifiedAccessTokens(
                new FileOrigin(folder.resolve(IssuerMetadata.KEYS_PATH), aside.executor()),
                ISSUER,
                TokenPolicy.PUBLISHED,
                _ -> Uni.createFrom().item(false),
                Clock.systemUTC());
    }

    private EncryptedSigningKeys keys() {
        byte[] master = new byte[32];
        random.nextBytes(master);
        return new EncryptedSigningKeys(
                folder.resolve("private"),
                MasterKey.of(Base64.getEncoder().encodeToString(master), random),
                ISSUER,
                aside,
                random);
    }

    private AccessToken token(EncryptedSigningKeys keys, RsaPublicKey key, UserId user) {
        Grant grant = new Grant(user, new Profile.Division(), Set.of(Role.AUDITOR));
        SessionId session = new SessionId(UUID.randomUUID());
        AccessClaims claims = AccessClaims.of(
                UUID.randomUUID(),
                new Versioned<>(grant, Version.FIRST),
                session,
                Instant.now(),
                TokenPolicy.PUBLISHED);
        return result(keys.sign(key.id(), claims));
    }

    private void publish(RsaPublicKey key) {
        var _ = result(new FolderKeySetPublication(folder, METADATA, aside).publish(new KeySet(1, List.of(key))));
    }

    private static <T> T result(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
