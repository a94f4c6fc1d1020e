package io.motorpool.adapters.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SapReferenceTest {

    @Property
    void every_id_has_its_own_twenty_five_characters_from_which_it_can_be_read_again(
            @ForAll long high, @ForAll long low) {
        String reference = SapReference.of(new UUID(high, low));

        assertThat(reference).matches("[0-9A-Z]{25}");
        BigInteger bits = new BigInteger(reference, 36);
        assertThat(bits.shiftRight(64).longValue()).isEqualTo(high);
        assertThat(bits.longValue()).isEqualTo(low);
    }

    @Test
    void the_first_and_the_last_id_fit() {
        assertThat(SapReference.of(new UUID(0, 0))).isEqualTo("0".repeat(25));
        assertThat(SapReference.of(new UUID(-1, -1))).isEqualTo("F5LXX1ZZ5PNORYNQGLHZMSP33");
    }
}
