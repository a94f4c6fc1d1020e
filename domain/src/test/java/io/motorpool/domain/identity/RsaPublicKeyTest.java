package io.motorpool.domain.identity;

import static io.motorpool.domain.identity.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class RsaPublicKeyTest {

    /** The example of RFC 7638, section 3.1. */
    private static final String N =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

    @Test
    void a_key_is_named_by_its_thumbprint() {
        assertThat(RsaPublicKey.of(N, "AQAB").id()).isEqualTo(new KeyId("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    }

    @Test
    void a_key_is_written_as_it_was_read_without_a_sign() {
        RsaPublicKey read = RsaPublicKey.of(N, "AQAB");

        assertThat(read.n()).isEqualTo(N);
        assertThat(read.e()).isEqualTo("AQAB");
        assertThat(read).hasToString("RSA key NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void leading_zeros_do_not_make_another_key() {
        assertThat(RsaPublicKey.of(N, "AAEAAQ")).isEqualTo(RsaPublicKey.of(N, "AQAB"));
    }

    @Test
    void weak_and_nonsensical_numbers_are_no_keys() {
        BigInteger good = key(1).modulus();
        BigInteger e = BigInteger.valueOf(65_537);

        assertThatThrownBy(() -> new RsaPublicKey(good.shiftRight(1), e)).hasMessageContaining("2048");
        assertThatThrownBy(() -> new RsaPublicKey(good.shiftLeft(2_049), e)).hasMessageContaining("4096");
        assertThatThrownBy(() -> new RsaPublicKey(good.add(BigInteger.ONE), e))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RsaPublicKey(good.negate(), e)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RsaPublicKey(good, BigInteger.valueOf(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RsaPublicKey(good, BigInteger.valueOf(65_538)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new RsaPublicKey(good, BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RsaPublicKey.of("***", "AQAB")).hasMessageContaining("member n");
    }

    @Test
    void a_set_holds_a_key_once_and_knows_its_names() {
        assertThat(new KeySet(3, List.of(key(1), key(2))).ids()).containsExactlyInAnyOrder(key(1).id(), key(2).id());
        assertThatThrownBy(() -> new KeySet(3, List.of(key(1), key(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeySet(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
