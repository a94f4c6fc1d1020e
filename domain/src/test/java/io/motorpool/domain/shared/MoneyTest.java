package io.motorpool.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void money_is_never_below_zero_and_never_more_than_every_reader_keeps_exactly() {
        assertThatThrownBy(() -> Money.won(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.won(Money.LARGEST_WON + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.won(Money.LARGEST_WON).plus(Money.won(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.won(1L << 40).times(1L << 40)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_amount_may_be_below_zero_and_then_is_no_money() {
        assertThat(new Amount(-1).asMoney()).isEmpty();
        assertThat(new Amount(0).asMoney()).contains(Money.NONE);
        assertThat(new Amount(-1500)).hasToString("-₩1500");
        assertThat(new Amount(1500)).hasToString("₩1500");
        assertThatThrownBy(() -> new Amount(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_tax_is_the_tenth_part_rounded_down() {
        assertThat(Money.won(9).vat()).isEqualTo(Money.NONE);
        assertThat(Money.won(19).vat()).isEqualTo(Money.won(1));
        assertThat(Money.won(1_000_000).vat()).isEqualTo(Money.won(100_000));
    }

    @Test
    void the_won_that_are_left_over_go_to_the_largest_remainders_and_of_equal_ones_to_the_first() {
        assertThat(Money.won(100).allocate(List.of(1L, 1L, 1L)))
                .containsExactly(Money.won(34), Money.won(33), Money.won(33));
        assertThat(Money.won(100).allocate(List.of(70L, 30L))).containsExactly(Money.won(70), Money.won(30));
        assertThat(Money.won(5).allocate(List.of(0L, 3L, 4L))).containsExactly(Money.NONE, Money.won(2), Money.won(3));
    }

    @Test
    void nothing_is_split_without_weights() {
        assertThatThrownBy(() -> Money.won(1).allocate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.won(1).allocate(List.of(0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.won(1).allocate(List.of(2L, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_split_loses_nothing_and_each_part_is_its_share_to_the_won(
            @ForAll @LongRange(min = 0, max = Money.LARGEST_WON) long won, @ForAll("weights") List<Long> weights) {
        List<Money> parts = Money.won(won).allocate(weights);

        assertThat(Money.sum(parts)).isEqualTo(Money.won(won));
        long whole = weights.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < parts.size(); i++) {
            BigInteger exact = BigInteger.valueOf(won).multiply(BigInteger.valueOf(weights.get(i)));
            BigInteger off = BigInteger.valueOf(parts.get(i).won())
                    .multiply(BigInteger.valueOf(whole))
                    .subtract(exact)
                    .abs();
            assertThat(off).isLessThan(BigInteger.valueOf(whole));
        }
    }

    /** Why the tax is taken once: taken line by line, up to nine tenths of a won are lost on every line. */
    @Property
    void the_tax_on_a_total_is_never_less_than_the_taxes_on_its_lines(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000L) Long> lines) {
        Money total = Money.sum(lines.stream().map(Money::won).toList());
        Money lineByLine =
                Money.sum(lines.stream().map(Money::won).map(Money::vat).toList());

        assertThat(total.vat().won()).isBetween(lineByLine.won(), lineByLine.won() + lines.size());
        assertThat(total.vat().times(10)).isLessThanOrEqualTo(total);
    }

    @Property
    void a_sum_and_its_negation_are_nothing(
            @ForAll @LongRange(min = -Money.LARGEST_WON, max = Money.LARGEST_WON) long won) {
        Amount amount = new Amount(won);

        assertThat(amount.plus(amount.negated())).isEqualTo(Amount.NONE);
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.longs()
                .between(0, 1_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
    }
}
