package io.motorpool.sandbox.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs access tokens (RS256, RFC 9068) with the key of a test ground. They are accepted where that key is on the issuer's
 * ring, which is on a ground and nowhere else.
 */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}";

    private final DevelopmentKeys keys;
    private final String header;
    private final Clock clock;

    public Tokens(DevelopmentKeys keys, Clock clock) {
        this.keys = keys;
        this.header = encode(HEADER.formatted(keys.id()).getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    public Tokens(DevelopmentKeys keys) {
        this(keys, Clock.systemUTC());
    }

    /** A token that is good for fifteen minutes from now. */
    public String division(UUID user, String... roles) {
        return sign(Claims.division(user, clock.instant(), roles));
    }

    public String business(UUID user, UUID company, String... roles) {
        return sign(Claims.business(user, company, clock.instant(), roles));
    }

    public String personal(UUID user) {
        return sign(Claims.personal(user, clock.instant()));
    }

    public String sign(Claims claims) {
        String signed = header + "." + encode(payload(claims));
        try {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initSign(keys.privateKey());
            rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(rs256.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot sign a token", failed);
        }
    }

    private static byte[] payload(Claims claims) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", claims.issuer());
        payload.put("aud", claims.audience());
        payload.put("sub", claims.subject().toString());
        payload.put("client_id", "motorpool");
        payload.put("jti", UUID.randomUUID().toString());
        payload.put("iat", claims.issuedAt().getEpochSecond());
        payload.put("exp", claims.expiresAt().getEpochSecond());
        payload.put("profile", claims.profile());
        if (claims.company() != null) {
            payload.put("company", claims.company().toString());
        }
        payload.put("roles", claims.roles());
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
