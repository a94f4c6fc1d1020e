package io.motorpool.sandbox.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A program with a key of its own, which gets tokens for words that it signs (private_key_jwt, RFC 7523). */
public final class Robot {

    private static final Duration WORDS_LIVE = Duration.ofMinutes(1);

    private final UUID id;
    private final RSAKey key;
    private final String issuer;
    private final Clock clock;

    private Robot(UUID id, RSAKey key, String issuer, Clock clock) {
        this.id = id;
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** One that is registered already, with this key. */
    public static Robot of(UUID id, RSAKey key, String issuer, Clock clock) {
        return new Robot(id, key, issuer, clock);
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it says as a form. */
    public static Map<String, String> form(String words) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", words);
        return form;
    }

    /** Makes a key pair and has the public half registered. */
    public static Robot registered(Api operator, String name, String issuer, Clock clock) {
        RSAKey key = newKey();
        UUID id = operator.post(
                        "/service-accounts",
                        Map.of(
                                "name",
                                name,
                                "profile",
                                Map.of("kind", "DIVISION"),
                                "role",
                                "AUDITOR",
                                "key",
                                Map.of(
                                        "kty", "RSA",
                                        "n", key.getModulus().toString(),
                                        "e", key.getPublicExponent().toString())))
                .expect(201)
                .id();
        return new Robot(id, key, issuer, clock);
    }

    public UUID id() {
        return id;
    }

    /** Says these words to get a token; the answer is whatever it is. */
    public static Answer ask(Api api, String words) {
        return api.postForm("/oauth/token", form(words));
    }

    /** Who it is, signed; good once. */
    public String words() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(id.toString())
                .subject(id.toString())
                .audience(issuer)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(clock.instant().plus(WORDS_LIVE)))
                .build();
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            signed.sign(new RSASSASigner(key));
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
