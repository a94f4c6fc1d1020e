package io.motorpool.application.payment;

import static io.motorpool.application.payment.PaymentFixtures.aCard;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.Payer;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of cards keeps. */
public interface CardsContract extends PortContract {

    Cards cards();

    CompanyId givenCompany();

    @Test
    default void a_payer_sees_their_own_cards_their_companys_and_nobody_elses() {
        CompanyId company = givenCompany();
        UserId user = new UserId(Ids.next());
        Card own = put(aCard(new CardOwner.Person(user)));
        Card representative = put(aCard(new CardOwner.Representative(company)));
        Card member = put(aCard(new CardOwner.OfMember(company, user)));
        var _ = put(aCard(new CardOwner.Person(new UserId(Ids.next()))));
        var _ = put(aCard(new CardOwner.OfMember(company, new UserId(Ids.next()))));
        var _ = put(aCard(new CardOwner.Representative(givenCompany())));

        assertThat(of(new Payer.Business(company, user, BillingPolicy.MEMBER_CARD)))
                .containsExactlyInAnyOrder(own, representative, member);
        assertThat(of(new Payer.Personal(user))).containsExactly(own);
    }

    @Test
    default void cards_are_in_the_order_in_which_they_were_put_on_file() {
        UserId user = new UserId(Ids.next());
        Card first = put(aCard(new CardOwner.Person(user)));
        Card second = put(aCard(new CardOwner.Person(user)));
        Card third = put(aCard(new CardOwner.Person(user)));

        assertThat(of(new Payer.Personal(user))).containsExactly(first, second, third);
    }

    @Test
    default void a_company_has_one_representative_card() {
        CompanyId company = givenCompany();
        Card before = put(aCard(new CardOwner.Representative(company)));
        Card after = put(aCard(new CardOwner.Representative(company)));

        assertThat(of(new Payer.Business(company, new UserId(Ids.next()), BillingPolicy.REPRESENTATIVE_CARD)))
                .containsExactly(after);
        assertThat(inTransaction(() -> cards().find(before.id()))).isEmpty();
        assertThat(inTransaction(() -> cards().find(after.id()))).contains(after);
    }

    @Test
    default void a_card_is_taken_off_by_its_owner_alone() {
        CardOwner owner = new CardOwner.Person(new UserId(Ids.next()));
        Card card = put(aCard(owner));

        assertThat(inTransaction(() -> cards().remove(card.id(), new CardOwner.Person(new UserId(Ids.next())))))
                .isFalse();
        assertThat(inTransaction(() -> cards().remove(card.id(), owner))).isTrue();
        assertThat(inTransaction(() -> cards().remove(card.id(), owner))).isFalse();
        assertThat(inTransaction(() -> cards().find(card.id()))).isEmpty();
    }

    private List<Card> of(Payer payer) {
        return inTransaction(() -> cards().of(payer));
    }

    private Card put(Card card) {
        return inTransaction(() -> cards().add(card).replaceWith(card));
    }
}
