package io.motorpool.adapters.keys.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.ClientAssertions;
import io.motorpool.application.identity.ClientAssertionsContract;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignedClientAssertionsTest implements ClientAssertionsContract {

    private static final UserId CLIENT = new UserId(new UUID(1, 2));

    /** As many as one test needs: making them takes longer than everything else here. */
    private static final List<KeyPair> PAIRS =
            Stream.generate(SignedWords::newPair).limit(8).toList();

    private final ClientAssertions assertions = new SignedClientAssertions();
    private final Map<KeyId, KeyPair> pairs = new HashMap<>();

    @Override
    public ClientAssertions assertions() {
        return assertions;
    }

    @Override
    public RsaPublicKey aKey() {
        KeyPair pair = PAIRS.get(pairs.size() % PAIRS.size());
        RsaPublicKey key = SignedWords.publicHalf(pair);
        pairs.put(key.id(), pair);
        return key;
    }

    @Override
    public String said(RsaPublicKey signedWith, UserId client, String audience, String id, Instant expiresAt) {
        String words = words(client, client, "\"%s\"".formatted(audience), id, expiresAt);
        return signed("{\"alg\":\"RS256\"}", words, signedWith);
    }

    @Test
    void a_header_may_name_the_key() {
        RsaPublicKey key = aKey();
        String words = words(CLIENT, CLIENT, "\"%s\"".formatted(AUDIENCE), "1");

        String named = signed("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(key.id()), words, key);
        String misnamed = signed("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(aKey().id()), words, key);
        String nonsense = signed("{\"alg\":\"RS256\",\"kid\":\"../../etc/passwd\"}", words, key);

        assertThat(verify(named, key)).isTrue();
        assertThat(verify(misnamed, key)).isFalse();
        assertThat(verify(nonsense, key)).isFalse();
    }

    @Test
    void nobody_speaks_for_somebody_else() {
        RsaPublicKey key = aKey();
        UserId other = new UserId(new UUID(3, 4));

        assertThat(verify(
                        signed("{\"alg\":\"RS256\"}", words(CLIENT, other, "\"%s\"".formatted(AUDIENCE), "1"), key),
                        key))
                .isFalse();
    }

    @Test
    void words_for_us_and_others_could_be_shown_to_us_by_the_others() {
        RsaPublicKey key = aKey();
        String one = "[\"%s\"]".formatted(AUDIENCE);
        String two = "[\"%s\",\"https://bank.example\"]".formatted(AUDIENCE);

        assertThat(verify(signed("{\"alg\":\"RS256\"}", words(CLIENT, CLIENT, one, "1"), key), key))
                .isTrue();
        assertThat(verify(signed("{\"alg\":\"RS256\"}", words(CLIENT, CLIENT, two, "1"), key), key))
                .isFalse();
    }

    @Test
    void other_algorithms_and_kinds_say_nothing() {
        RsaPublicKey key = aKey();
        String words = words(CLIENT, CLIENT, "\"%s\"".formatted(AUDIENCE), "1");

        assertThat(List.of(
                        signed("{\"alg\":\"none\"}", words, key),
                        signed("{\"alg\":\"HS256\"}", words, key),
                        signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}", words, key),
                        signed("{\"alg\":\"RS256\",\"crit\":[\"exp\"]}", words, key),
                        SignedWords.sign(
                                "SHA512withRSA",
                                "{\"alg\":\"RS512\"}",
                                words,
                                pair(key).getPrivate())))
                .noneMatch(assertion -> verify(assertion, key));
    }

    @Test
    void what_lacks_a_name_or_an_end_says_nothing() {
        RsaPublicKey key = aKey();
        String words = words(CLIENT, CLIENT, "\"%s\"".formatted(AUDIENCE), "1");

        assertThat(verify(signed("{\"alg\":\"RS256\"}", words, key), key)).isTrue();
        assertThat(List.of(
                        words.replace("\"jti\":\"1\",", ""),
                        words.replace("\"jti\":\"1\"", "\"jti\":\" \""),
                        words.replace("\"jti\":\"1\"", "\"jti\":\"%s\"".formatted("x".repeat(129))),
                        words.replace("\"exp\"", "\"end\""),
                        words.replace("\"exp\":", "\"exp\":0.")))
                .noneMatch(other -> verify(signed("{\"alg\":\"RS256\"}", other, key), key));
    }

    private boolean verify(String assertion, RsaPublicKey key) {
        return assertions
                .verify(assertion, List.of(key), AUDIENCE)
                .map(ClientAssertion::client)
                .isPresent();
    }

    private static String words(UserId issuer, UserId subject, String audience, String id) {
        return words(issuer, subject, audience, id, END);
    }

    private static String words(UserId issuer, UserId subject, String audience, String id, Instant expiresAt) {
        return "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":%s,\"jti\":\"%s\",\"exp\":%d}"
                .formatted(issuer, subject, audience, id, expiresAt.getEpochSecond());
    }

    private String signed(String header, String words, RsaPublicKey key) {
        return SignedWords.sign(header, words, pair(key).getPrivate());
    }

    private KeyPair pair(RsaPublicKey key) {
        return Objects.requireNonNull(pairs.get(key.id()));
    }
}
