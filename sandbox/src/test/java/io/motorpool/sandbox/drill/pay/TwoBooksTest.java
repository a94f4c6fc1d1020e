package io.motorpool.sandbox.drill.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.pay.StoredPayments.Stored;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.gateway.Entry.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison must be able to say that something is wrong. */
class TwoBooksTest {

    @Test
    void books_that_say_the_same_agree() {
        assertThat(findings(
                        List.of(
                                new Stored("a", 10, "CAPTURED", "auth_a"),
                                new Stored("b", 20, "VOIDED", ""),
                                new Stored("c", 30, "DECLINED", ""),
                                new Stored("d", 40, "AUTHORISED", "auth_d")),
                        entry("a", 10, Standing.CAPTURED),
                        entry("b", 20, Standing.VOIDED),
                        entry("d", 40, Standing.AUTHORISED)))
                .isEmpty();
    }

    @Test
    void a_double_charge_is_found() {
        assertThat(findings(
                        List.of(new Stored("a", 10, "CAPTURED", "auth_a")),
                        entry("a", 10, Standing.CAPTURED),
                        entry("a", 10, Standing.CAPTURED)))
                .anyMatch(line -> line.startsWith("no payment is held twice"))
                .anyMatch(line -> line.startsWith("what we say is taken"));
    }

    @Test
    void a_charge_that_is_missing_or_wrong_is_found() {
        assertThat(findings(List.of(new Stored("a", 10, "CAPTURED", "auth_a")))).isNotEmpty();
        assertThat(findings(List.of(new Stored("a", 10, "CAPTURED", "auth_a")), entry("a", 9, Standing.CAPTURED)))
                .isNotEmpty();
        assertThat(findings(List.of(new Stored("a", 10, "CAPTURED", "other")), entry("a", 10, Standing.CAPTURED)))
                .isNotEmpty();
    }

    @Test
    void money_that_should_have_been_let_go_or_that_nobody_knows_of_is_found() {
        assertThat(findings(List.of(new Stored("a", 10, "VOIDED", "")), entry("a", 10, Standing.AUTHORISED)))
                .isNotEmpty();
        assertThat(findings(List.of(new Stored("a", 10, "DECLINED", "")), entry("a", 10, Standing.CAPTURED)))
                .isNotEmpty();
        assertThat(findings(List.of(), entry("a", 10, Standing.AUTHORISED))).isNotEmpty();
        assertThat(findings(List.of(new Stored("a", 10, "DUE", "")))).isNotEmpty();
    }

    private static List<String> findings(List<Stored> ours, Entry... theirs) {
        return TwoBooks.compare(ours, List.of(theirs)).lines();
    }

    private static Entry entry(String reference, long won, Standing standing) {
        return new Entry("auth_" + reference, reference, "tok", won, standing);
    }
}
