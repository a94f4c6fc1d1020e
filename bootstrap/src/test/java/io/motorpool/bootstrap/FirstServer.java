package io.motorpool.bootstrap;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the first server did, with a secret that it shared. */
final class FirstServer {

    static final Instant UNTIL = Instant.parse("2099-12-31T00:00:00Z");
    static final String SUNSET = "Thu, 31 Dec 2099 00:00:00 GMT";
    static final String SECRET = Base64.getEncoder()
            .encodeToString("the first server's well-known secret, 256 bits".getBytes(StandardCharsets.US_ASCII));

    private FirstServer() {}

    static String tokenOf(String email, Instant expires) {
        String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encode("{\"sub\":\"%s\",\"exp\":%d}"
                        .formatted(email, expires.getEpochSecond())
                        .getBytes(StandardCharsets.UTF_8));
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return signed + "." + encode(hmac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
