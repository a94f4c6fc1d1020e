package io.motorpool.adapters.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.payment.CardsResource.CompanyCardBody;
import io.motorpool.adapters.rest.payment.CardsResource.OptionsBody;
import io.motorpool.adapters.rest.payment.CardsResource.OwnCardBody;
import io.motorpool.application.payment.LookAfterCards;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.PaymentRefusal;
import io.motorpool.domain.payment.PaymentRefusal.CardLack;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardsResourceTest {

    private static final String TOKEN = "tok_secret";
    private static final OwnCardBody CARD = new OwnCardBody(TOKEN, "BC", "4242", "2030-12");

    private final CompanyId company = new CompanyId(Ids.next());
    private final Caller caller = Callers.aMemberOf(company);
    private final List<CardOwner> owners = new ArrayList<>();
    private final CardsResource resource = new CardsResource(new Cards(), new Queries(), new KnownCaller(caller));

    private final class Cards implements LookAfterCards {

        @Override
        public Uni<Decision<Card, Refusal>> putOnFile(Caller by, CardOwner owner, Described card) {
            owners.add(owner);
            return Uni.createFrom()
                    .item(Decision.accept(new Card(
                            new InstrumentId(Ids.next()),
                            owner,
                            card.token(),
                            card.brand(),
                            card.lastFour(),
                            card.expiry())));
        }

        @Override
        public Uni<Decision<InstrumentId, Refusal>> takeOff(Caller by, CardOwner owner, InstrumentId card) {
            owners.add(owner);
            return Uni.createFrom().item(Decision.accept(card));
        }
    }

    private static final class Queries implements PaymentQueries {

        @Override
        public Uni<Decision<Instruments, Refusal>> instruments(Caller by) {
            return Uni.createFrom()
                    .item(Decision.accept(new Instruments(
                            List.of(),
                            false,
                            BillingPolicy.REPRESENTATIVE_CARD,
                            new PaymentRefusal.RepresentativeCardUnavailable(CardLack.EXPIRED))));
        }

        @Override
        public Uni<Decision<Optional<ReservationAccount>, Refusal>> account(Caller by, ReservationId reservation) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Page<LedgerEntry>, Refusal>> ledger(Caller by, CompanyId of, Page.Request page) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Amount, Refusal>> balance(Caller by, CompanyId of) {
            throw new AssertionError("nobody asked");
        }
    }

    @Test
    void ones_own_card_is_answered_without_what_it_could_be_charged_with() {
        var response = Responses.of(() -> resource.addOwn(CARD));

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(owners).containsExactly(new CardOwner.Person(caller.user()));
        assertThat(response.getEntity().toString()).contains("4242", "2030-12").doesNotContain(TOKEN);
        assertThat(CARD.toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_companys_card_is_its_representative_one_unless_it_is_for_a_member() {
        UUID member = Ids.next();
        var _ = Responses.of(() -> resource.addOfCompany(company.toString(), ofCompany(null)));
        var _ = Responses.of(() -> resource.addOfCompany(company.toString(), ofCompany(member.toString())));
        var _ = Responses.of(
                () -> resource.removeOfCompany(company.toString(), Ids.next().toString(), member.toString()));

        CardOwner ofMember = new CardOwner.OfMember(company, new UserId(member));
        assertThat(owners).containsExactly(new CardOwner.Representative(company), ofMember, ofMember);
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.addOwn(new OwnCardBody(" ", "", "42", "12/30"))))
                .containsExactly("token", "brand", "lastFour", "expiry");
        assertThat(Responses.wrongFields(() -> resource.addOwn(null))).containsExactly("body");
        assertThat(Responses.wrongFields(() -> resource.addOfCompany(company.toString(), ofCompany("me"))))
                .containsExactly("member");
        assertThat(owners).isEmpty();
    }

    @Test
    void what_can_be_paid_with_says_why_nothing_can() {
        OptionsBody options = (OptionsBody) Responses.of(resource::options).getEntity();

        assertThat(options.billingPolicy()).isEqualTo(BillingPolicy.REPRESENTATIVE_CARD);
        assertThat(options.whyNot()).asString().contains("representative-card-unavailable", "EXPIRED");
    }

    private static CompanyCardBody ofCompany(@Nullable String member) {
        return new CompanyCardBody(member, TOKEN, "BC", "4242", "2030-12");
    }
}
