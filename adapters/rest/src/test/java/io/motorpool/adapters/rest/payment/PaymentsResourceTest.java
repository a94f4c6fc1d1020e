package io.motorpool.adapters.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.payment.PaymentsResource.AccountBody;
import io.motorpool.adapters.rest.payment.PaymentsResource.ChargeBody;
import io.motorpool.adapters.rest.payment.PaymentsResource.RetryBody;
import io.motorpool.application.payment.ChargeFees;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryIdempotencyKeys;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.PaymentStatus;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentsResourceTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final ReasonBody REASON = new ReasonBody("OPERATIONS", "a lost key");

    private final UUID card = Ids.next();
    private final String trip = Ids.next().toString();
    private final List<String> asked = new ArrayList<>();
    private final PaymentsResource resource = new PaymentsResource(
            new Queries(),
            new Fees(),
            caller -> Uni.createFrom().item(Decision.accept(4)),
            new KnownCaller(Callers.anOperator()),
            new OnceOnly(
                    new AnswerOnceService(new DirectUnitOfWork(), new InMemoryIdempotencyKeys(), Clock.systemUTC()),
                    new ObjectMapper().findAndRegisterModules()));

    private Payment declined(FeeKind kind, Money amount) {
        return new Payment.Declined(
                new Payment.Terms(
                        new PaymentId(Ids.next()),
                        new ReservationId(UUID.fromString(trip)),
                        new CompanyId(Ids.next()),
                        new UserId(Ids.next()),
                        kind,
                        amount,
                        new Instrument.ByCard(new InstrumentId(card)),
                        NOW),
                DeclineReason.BY_ISSUER,
                null,
                NOW);
    }

    private final class Fees implements ChargeFees {

        @Override
        public Uni<Decision<Payment, Refusal>> charge(
                Caller caller, ReservationId reservation, Money amount, InstrumentChoice payWith, Reason reason) {
            asked.add("charge %s by %s".formatted(amount, payWith.getClass().getSimpleName()));
            return Uni.createFrom().item(Decision.accept(declined(FeeKind.SUPPORT_CHARGE, amount)));
        }

        @Override
        public Uni<Decision<Payment, Refusal>> retry(
                Caller caller, ReservationId reservation, PaymentId payment, Reason reason) {
            asked.add("retry " + payment);
            return Uni.createFrom().item(Decision.accept(declined(FeeKind.RESERVATION, Money.won(1))));
        }
    }

    private static final class Queries implements PaymentQueries {

        @Override
        public Uni<Decision<Instruments, Refusal>> instruments(Caller caller) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Optional<ReservationAccount>, Refusal>> account(Caller caller, ReservationId reservation) {
            return Uni.createFrom().item(Decision.accept(Optional.empty()));
        }

        @Override
        public Uni<Decision<Page<LedgerEntry>, Refusal>> ledger(Caller caller, CompanyId of, Page.Request page) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<Amount, Refusal>> balance(Caller caller, CompanyId of) {
            return Uni.createFrom().item(Decision.accept(new Amount(-500)));
        }
    }

    @Test
    void a_charge_is_made_once_however_often_it_is_sent() {
        var first = Responses.of(() -> resource.charge(trip, "key", new ChargeBody(20_000, null, REASON)));
        var again = Responses.of(() -> resource.charge(trip, "key", new ChargeBody(20_000, null, REASON)));

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(asked).containsExactly("charge ₩20000 by TheUsual");
        assertThat(Responses.problem(() -> resource.charge(trip, "key", new ChargeBody(30_000, null, REASON))))
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void a_card_that_is_named_is_the_one_that_was_picked() {
        var _ = Responses.of(() -> resource.charge(trip, "key", new ChargeBody(1, card.toString(), REASON)));
        var _ = Responses.of(() -> resource.retry(trip, "other", new RetryBody(card.toString(), REASON)));

        assertThat(asked).containsExactly("charge ₩1 by Picked", "retry " + card);
    }

    @Test
    void what_is_missing_or_wrong_is_named_and_nobody_is_asked() {
        assertThat(Responses.wrongFields(() -> resource.charge(trip, "key", new ChargeBody(0, "mine", null))))
                .containsExactly("won", "card", "reason");
        assertThat(Responses.wrongFields(() -> resource.charge(trip, "key", new ChargeBody(-1, null, REASON))))
                .containsExactly("won");
        assertThat(Responses.wrongFields(() -> resource.retry(trip, "key", new RetryBody(null, REASON))))
                .containsExactly("payment");
        assertThat(Responses.problem(() -> resource.charge(trip, null, new ChargeBody(1, null, REASON))))
                .isEqualTo("400 idempotency-key-required");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_payment_that_was_declined_says_why() {
        PaymentBody body = PaymentBody.of(declined(FeeKind.LATE_RETURN, Money.won(3_000)));

        assertThat(body.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(body.declined()).isEqualTo(DeclineReason.BY_ISSUER);
        assertThat(body.card()).isEqualTo(card);
        assertThat(body.won()).isEqualTo(3_000);
        assertThat(body.replacedBy()).isNull();
    }

    @Test
    void what_costs_nothing_has_an_account_with_nothing_in_it_and_a_balance_may_be_below_zero() {
        assertThat(Responses.of(() -> resource.account(trip)).getEntity()).isEqualTo(new AccountBody(null, List.of()));
        assertThat(Responses.of(() -> resource.balance(trip)).getEntity())
                .isEqualTo(new PaymentsResource.BalanceBody(-500));
        assertThat(Responses.of(resource::ask).getEntity()).isEqualTo(new PaymentsResource.AskedBody(4));
    }
}
