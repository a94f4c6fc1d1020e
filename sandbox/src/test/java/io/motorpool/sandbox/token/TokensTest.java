package io.motorpool.sandbox.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final UUID USER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID COMPANY = UUID.fromString("22222222-2222-4222-8222-222222222222");

    @TempDir
    static Path folder;

    private static DevelopmentKeys keys;
    private static Tokens tokens;

    @BeforeAll
    static void makeKeys() {
        keys = DevelopmentKeys.in(folder);
        tokens = new Tokens(keys, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_signature_verifies_with_the_public_key_and_with_no_other(@TempDir Path elsewhere) throws Exception {
        String token = tokens.division(USER, "OPERATOR");

        assertThat(verifies(token, keys.publicKey())).isTrue();
        assertThat(verifies(token, DevelopmentKeys.in(elsewhere).publicKey())).isFalse();
    }

    @Test
    void a_business_token_names_its_company_and_lives_fifteen_minutes() throws IOException {
        String token = tokens.business(USER, COMPANY, "MEMBER", "COMPANY_ADMIN");

        JsonNode claims = part(token, 1);
        assertThat(part(token, 0))
                .hasToString("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(keys.id()));
        assertThat(claims.path("iss").asText()).isEqualTo("https://motorpool.local");
        assertThat(claims.path("aud").asText()).isEqualTo("motorpool");
        assertThat(claims.path("sub").asText()).isEqualTo(USER.toString());
        assertThat(claims.path("profile").asText()).isEqualTo("BUSINESS");
        assertThat(claims.path("company").asText()).isEqualTo(COMPANY.toString());
        assertThat(claims.path("roles")).hasToString("[\"MEMBER\",\"COMPANY_ADMIN\"]");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 15 * 60);
        assertThat(claims.path("jti").asText())
                .isNotEqualTo(part(tokens.personal(USER), 1).path("jti").asText());
    }

    @Test
    void a_division_token_and_a_personal_one_name_no_company() throws IOException {
        assertThat(part(tokens.division(USER, "AUDITOR"), 1).has("company")).isFalse();
        assertThat(part(tokens.personal(USER), 1).has("company")).isFalse();
    }

    @Test
    void the_keys_are_made_once_and_only_their_owner_may_read_them() throws IOException {
        assertThat(DevelopmentKeys.in(folder).publicKey()).isEqualTo(keys.publicKey());
        assertThat(Files.getPosixFilePermissions(folder.resolve("token-private.pem")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void the_key_is_named_by_its_thumbprint_as_other_libraries_compute_it() throws Exception {
        RSAKey jwk = new RSAKey.Builder(keys.publicKey()).build();

        assertThat(keys.id()).isEqualTo(jwk.computeThumbprint().toString());
        assertThat(keys.modulus()).isEqualTo(jwk.getModulus().toString());
        assertThat(keys.exponent()).isEqualTo(jwk.getPublicExponent().toString());
    }

    private static boolean verifies(String token, PublicKey key) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        Signature rs256 = Signature.getInstance("SHA256withRSA");
        rs256.initVerify(key);
        rs256.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return rs256.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }

    private static JsonNode part(String token, int index) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }
}
