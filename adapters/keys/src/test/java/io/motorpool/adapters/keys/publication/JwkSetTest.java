package io.motorpool.adapters.keys.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motorpool.application.identity.SignedWords;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class JwkSetTest {

    private static final RsaPublicKey KEY = SignedWords.publicHalf(SignedWords.newPair());
    private static final RsaPublicKey OTHER = SignedWords.publicHalf(SignedWords.newPair());

    @Test
    void what_was_written_is_read() {
        KeySet set = new KeySet(12, List.of(KEY, OTHER));

        assertThat(JwkSet.read(JwkSet.write(set))).isEqualTo(set);
    }

    @Test
    void no_part_of_a_set_passes_for_a_set() {
        String whole = JwkSet.write(new KeySet(12, List.of(KEY, OTHER)));

        for (int length = 0; length < whole.length(); length += 7) {
            String part = whole.substring(0, length);
            assertThatIllegalArgumentException().as(part).isThrownBy(() -> JwkSet.read(part));
        }
    }

    @Test
    void keys_of_other_kinds_are_skipped() {
        String set = JwkSet.write(new KeySet(1, List.of(KEY)))
                .replace(
                        "\"keys\":[",
                        "\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"},"
                                + "{\"kty\":\"RSA\",\"use\":\"enc\",\"n\":\"AA\",\"e\":\"AQAB\"},");

        assertThat(JwkSet.read(set).keys()).containsExactly(KEY);
    }

    @Test
    void a_key_under_a_name_that_is_not_its_own_spoils_the_set() {
        String set = JwkSet.write(new KeySet(1, List.of(KEY)))
                .replace(KEY.id().value(), OTHER.id().value());

        assertThatIllegalArgumentException().isThrownBy(() -> JwkSet.read(set));
    }

    @Test
    void a_private_member_spoils_the_set() {
        String set = JwkSet.write(new KeySet(1, List.of(KEY))).replace("\"e\":", "\"d\":\"AA\",\"e\":");

        assertThatIllegalArgumentException().isThrownBy(() -> JwkSet.read(set));
    }

    @Test
    void what_says_two_things_at_once_is_no_set() {
        String set = JwkSet.write(new KeySet(1, List.of(KEY))).replace("\"version\":", "\"version\":2,\"version\":");

        assertThatIllegalArgumentException().isThrownBy(() -> JwkSet.read(set));
    }

    @Test
    void a_flood_is_no_set() {
        assertThatIllegalArgumentException().isThrownBy(() -> JwkSet.read("[".repeat(JwkSet.MOST_CHARACTERS + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> JwkSet.read("[".repeat(JwkSet.MOST_CHARACTERS)));
    }
}
