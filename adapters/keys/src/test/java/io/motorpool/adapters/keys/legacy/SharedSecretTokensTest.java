package io.motorpool.adapters.keys.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motorpool.application.identity.FirstServerTokens;
import io.motorpool.application.identity.FirstServerTokensContract;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.identity.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SharedSecretTokensTest implements FirstServerTokensContract {

    private static final byte[] SECRET = "what the first server told everybody".getBytes(StandardCharsets.UTF_8);
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private final FirstServerTokens tokens =
            new SharedSecretTokens(Base64.getEncoder().encodeToString(SECRET));

    @Override
    public FirstServerTokens tokens() {
        return tokens;
    }

    @Override
    public String token(EmailAddress login, Instant expiresAt) {
        return signed("HmacSHA256", HEADER, words(login, expiresAt), SECRET);
    }

    @Override
    public String forgedToken(EmailAddress login, Instant expiresAt) {
        byte[] guess = "what somebody thinks the secret might be".getBytes(StandardCharsets.UTF_8);
        return signed("HmacSHA256", HEADER, words(login, expiresAt), guess);
    }

    @Test
    void other_algorithms_and_claims_are_nobodys() {
        String words = words(LOGIN, NOW.plusSeconds(60));

        assertThat(List.of(
                        signed("HmacSHA256", "{\"alg\":\"none\"}", words, SECRET),
                        SignedWords.encode("{\"alg\":\"none\"}") + "." + SignedWords.encode(words) + ".",
                        signed("HmacSHA512", "{\"alg\":\"HS512\"}", words, SECRET),
                        SignedWords.sign(
                                "{\"alg\":\"RS256\"}",
                                words,
                                SignedWords.newPair().getPrivate()),
                        signed("HmacSHA256", HEADER, words.replace("sub", "who"), SECRET),
                        signed("HmacSHA256", HEADER, words.replace("exp", "end"), SECRET),
                        signed("HmacSHA256", HEADER, words.replace("\"sub\":\"", "\"sub\":\"not an address "), SECRET)))
                .allSatisfy(token -> assertThat(tokens.holder(token, NOW)).isEmpty());
    }

    @Test
    void a_secret_that_can_be_guessed_is_not_configured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SharedSecretTokens(
                        Base64.getEncoder().encodeToString("secret".getBytes(StandardCharsets.UTF_8))));
    }

    private static String words(EmailAddress login, Instant expiresAt) {
        return "{\"sub\":\"%s\",\"exp\":%d}".formatted(login.value(), expiresAt.getEpochSecond());
    }

    private static String signed(String algorithm, String header, String words, byte[] secret) {
        try {
            String signed = SignedWords.encode(header) + "." + SignedWords.encode(words);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return signed + "." + SignedWords.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
