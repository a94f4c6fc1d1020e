package io.motorpool.domain.payment;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.payment.Fixtures.NOVEMBER;
import static io.motorpool.domain.payment.Fixtures.POSTPAID;
import static io.motorpool.domain.payment.Fixtures.aCard;
import static io.motorpool.domain.payment.Fixtures.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.InstrumentChoice.Picked;
import io.motorpool.domain.payment.InstrumentChoice.TheUsual;
import io.motorpool.domain.payment.PaymentRefusal.CardLack;
import io.motorpool.domain.payment.PaymentRefusal.InstrumentNotAllowed;
import io.motorpool.domain.payment.PaymentRefusal.PersonalCardNotAllowed;
import io.motorpool.domain.payment.PaymentRefusal.RepresentativeCardUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of C5 in its own words, independent of the published one: what is not listed does not succeed. */
class WalletTest {

    private static final Card OWN = aCard(1, new CardOwner.Person(KIM), NOVEMBER);
    private static final Card OWN_SECOND = aCard(2, new CardOwner.Person(KIM), NOVEMBER);
    private static final Card OWN_EXPIRED = aCard(3, new CardOwner.Person(KIM), NOVEMBER.minusMonths(1));
    private static final Card REPRESENTATIVE = aCard(4, new CardOwner.Representative(HANBIT), NOVEMBER);
    private static final Card REPRESENTATIVE_EXPIRED =
            aCard(5, new CardOwner.Representative(HANBIT), NOVEMBER.minusMonths(1));
    private static final Card MEMBERS = aCard(6, new CardOwner.OfMember(HANBIT, KIM), NOVEMBER);
    private static final Card MEMBERS_EXPIRED = aCard(7, new CardOwner.OfMember(HANBIT, KIM), NOVEMBER.minusMonths(1));
    private static final Card SOMEBODY_ELSES = aCard(8, new CardOwner.OfMember(HANBIT, LEE), NOVEMBER);

    @Test
    void privately_people_pay_with_their_own_cards_in_their_own_order() {
        var wallet = new Wallet(new Payer.Personal(KIM), List.of(OWN_SECOND, OWN_EXPIRED, OWN));

        assertThat(wallet.selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(by(OWN_SECOND), by(OWN)), null));
    }

    @Test
    void a_representative_card_is_the_only_one_in_the_list() {
        assertThat(business(BillingPolicy.REPRESENTATIVE_CARD, OWN, MEMBERS, REPRESENTATIVE)
                        .selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(by(REPRESENTATIVE)), null));
    }

    @Test
    void without_a_good_representative_card_nothing_is_in_the_list_and_it_is_said_why() {
        assertThat(business(BillingPolicy.REPRESENTATIVE_CARD, OWN, MEMBERS).selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(), new RepresentativeCardUnavailable(CardLack.MISSING)));
        assertThat(business(BillingPolicy.REPRESENTATIVE_CARD, OWN, REPRESENTATIVE_EXPIRED)
                        .selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(), new RepresentativeCardUnavailable(CardLack.EXPIRED)));
    }

    @Test
    void a_company_that_is_billed_later_never_uses_a_card() {
        assertThat(business(BillingPolicy.POSTPAID, OWN, MEMBERS, REPRESENTATIVE)
                        .selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(POSTPAID), null));
    }

    @Test
    void a_members_cards_are_those_that_the_company_registered_for_them() {
        assertThat(business(BillingPolicy.MEMBER_CARD, OWN, MEMBERS, MEMBERS_EXPIRED, REPRESENTATIVE)
                        .selectable(NOVEMBER))
                .isEqualTo(new Wallet.Selectable(List.of(by(MEMBERS)), null));
    }

    @Test
    void whatever_can_be_picked_is_in_the_list_and_whatever_is_in_the_list_can_be_picked() {
        List<Instrument> everything = List.of(
                by(OWN),
                by(OWN_EXPIRED),
                by(REPRESENTATIVE),
                by(REPRESENTATIVE_EXPIRED),
                by(MEMBERS),
                by(MEMBERS_EXPIRED),
                by(SOMEBODY_ELSES),
                POSTPAID);
        for (BillingPolicy policy : BillingPolicy.values()) {
            for (Wallet wallet : List.of(
                    business(policy, OWN, OWN_EXPIRED, REPRESENTATIVE, MEMBERS, MEMBERS_EXPIRED),
                    business(policy, OWN, OWN_EXPIRED, REPRESENTATIVE_EXPIRED, MEMBERS),
                    business(policy, OWN),
                    new Wallet(new Payer.Personal(KIM), List.of(OWN, OWN_EXPIRED)))) {
                assertThat(everything.stream()
                                .filter(instrument -> wallet.choose(new Picked(instrument, null), NOVEMBER)
                                        .fold(instrument::equals, _ -> false))
                                .toList())
                        .isEqualTo(wallet.selectable(NOVEMBER).instruments());
            }
        }
    }

    @Test
    void it_is_said_why_a_card_cannot_be_picked() {
        assertThat(whyNot(business(BillingPolicy.POSTPAID, OWN), OWN)).isEqualTo(new PersonalCardNotAllowed());
        assertThat(whyNot(business(BillingPolicy.MEMBER_CARD, OWN, MEMBERS), OWN))
                .isEqualTo(new InstrumentNotAllowed());
        assertThat(whyNot(business(BillingPolicy.REPRESENTATIVE_CARD, OWN, REPRESENTATIVE_EXPIRED), OWN))
                .isEqualTo(new RepresentativeCardUnavailable(CardLack.EXPIRED));
        assertThat(whyNot(new Wallet(new Payer.Personal(KIM), List.of(OWN, OWN_EXPIRED)), OWN_EXPIRED))
                .isEqualTo(new InstrumentNotAllowed());
        assertThat(whyNot(business(BillingPolicy.MEMBER_CARD, MEMBERS), SOMEBODY_ELSES))
                .isEqualTo(new NotFound(Thing.PAYMENT_INSTRUMENT));
    }

    @Test
    void what_was_booked_goes_on_whatever_the_policy_has_become_and_nothing_else_does() {
        Wallet later = business(BillingPolicy.POSTPAID, OWN, REPRESENTATIVE);
        Booked booked =
                business(BillingPolicy.REPRESENTATIVE_CARD, OWN, REPRESENTATIVE).booking(by(REPRESENTATIVE));

        assertThat(kept(later, booked, new TheUsual())).isEqualTo(by(REPRESENTATIVE));
        assertThat(kept(later, booked, new Picked(by(REPRESENTATIVE), null))).isEqualTo(by(REPRESENTATIVE));
        assertThat(kept(later, booked, new Picked(by(OWN), null))).isEqualTo(new InstrumentNotAllowed());
        assertThat(kept(later, new Booked(POSTPAID, false), new Picked(by(OWN), null)))
                .isEqualTo(new PersonalCardNotAllowed());
        assertThat(kept(later, booked, new Picked(by(SOMEBODY_ELSES), null)))
                .isEqualTo(new NotFound(Thing.PAYMENT_INSTRUMENT));
    }

    @Test
    void a_card_that_is_gone_or_over_carries_nothing_on_and_it_is_said_whose_it_was() {
        Booked companys = new Booked(by(REPRESENTATIVE), true);
        Booked own = business(BillingPolicy.MEMBER_CARD, MEMBERS).booking(by(MEMBERS));

        assertThat(kept(business(BillingPolicy.REPRESENTATIVE_CARD), companys, new TheUsual()))
                .isEqualTo(new RepresentativeCardUnavailable(CardLack.MISSING));
        assertThat(kept(
                        business(BillingPolicy.REPRESENTATIVE_CARD, REPRESENTATIVE_EXPIRED),
                        new Booked(by(REPRESENTATIVE_EXPIRED), true),
                        new TheUsual()))
                .isEqualTo(new RepresentativeCardUnavailable(CardLack.EXPIRED));
        assertThat(own.byRepresentativeCard()).isFalse();
        assertThat(kept(business(BillingPolicy.MEMBER_CARD), own, new TheUsual()))
                .isEqualTo(new InstrumentNotAllowed());
    }

    @Test
    void the_usual_is_the_first_in_the_list() {
        var wallet = new Wallet(new Payer.Personal(KIM), List.of(OWN_EXPIRED, OWN_SECOND, OWN));

        assertThat(wallet.choose(new TheUsual(), NOVEMBER).<Object>fold(it -> it, refusal -> refusal))
                .isEqualTo(by(OWN_SECOND));
    }

    @Test
    void a_card_is_good_to_the_end_of_the_month_that_it_says() {
        assertThat(OWN.isGoodIn(NOVEMBER)).isTrue();
        assertThat(OWN.isGoodIn(NOVEMBER.plusMonths(1))).isFalse();
    }

    @Test
    void a_card_of_somebody_else_is_in_nobodys_wallet() {
        assertThatThrownBy(() -> business(BillingPolicy.MEMBER_CARD, SOMEBODY_ELSES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wallet(new Payer.Personal(KIM), List.of(REPRESENTATIVE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object whyNot(Wallet wallet, Card picked) {
        return wallet.choose(new Picked(by(picked), null), NOVEMBER).fold(it -> it, refusal -> refusal);
    }

    private static Object kept(Wallet wallet, Booked booked, InstrumentChoice choice) {
        return wallet.keep(booked, choice, NOVEMBER).fold(it -> it, refusal -> refusal);
    }

    private static Wallet business(BillingPolicy policy, Card... cards) {
        return new Wallet(new Payer.Business(HANBIT, KIM, policy), List.of(cards));
    }
}
