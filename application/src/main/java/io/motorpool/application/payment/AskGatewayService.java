package io.motorpool.application.payment;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Three steps for each payment, as with the ERP (ADR-0036): a unit of work says that the gateway is about to be asked, then
 * it is asked, then a unit of work says what it said. Whoever dies in between leaves a lease behind; the next one asks the
 * same under the same id, and is told what became of it.
 */
public final class AskGatewayService implements AskGateway {

    private static final int AT_A_TIME = 100;

    private final UnitOfWork unitOfWork;
    private final ReservationAccounts accounts;
    private final Cards cards;
    private final PaymentGateway gateway;
    private final PaymentDesk desk;
    private final Clock clock;

    public AskGatewayService(
            UnitOfWork unitOfWork,
            ReservationAccounts accounts,
            Cards cards,
            PaymentGateway gateway,
            PaymentDesk desk,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.cards = cards;
        this.gateway = gateway;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param card absent when it is not on file any more */
    private record Begun(GatewayRequest request, Optional<Card> card) {}

    @Override
    public Uni<Decision<Integer, Refusal>> ask(Caller caller) {
        Deed deed = new Deed(caller, Permission.RUN_SWEEPS, "ask-gateway", Optional.empty());
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> unitOfWork
                        .reading(() -> accounts.due(clock.instant(), AT_A_TIME))
                        .chain(due -> each(deed, due))
                        .map(Decision::accept));
    }

    /** One that fails holds up no other; the next sweep comes to it again. */
    private Uni<Integer> each(Deed deed, List<ReservationId> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> ask(deed, id).onFailure(RuntimeException.class).recoverWithItem(false))
                .collect()
                .with(Collectors.summingInt(clear -> clear ? 1 : 0));
    }

    private Uni<Boolean> ask(Deed deed, ReservationId id) {
        return unitOfWork
                .inTransaction(() -> accounts.lock(id).chain(this::begin))
                .chain(begun -> begun.map(it -> ask(deed, id, it))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Optional<Begun>> begin(Optional<Versioned<ReservationAccount>> found) {
        Instant now = clock.instant();
        return found.flatMap(stored ->
                        stored.value().due(now).stream().findFirst().map(payment -> begin(stored, payment, now)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Begun>> begin(Versioned<ReservationAccount> stored, Payment.Open payment, Instant now) {
        GatewayRequest request = payment.wanted().orElseThrow();
        return accounts.save(stored.with(stored.value().asking(payment, now)))
                .chain(() -> card(payment))
                .map(card -> Optional.of(new Begun(request, card)));
    }

    private Uni<Optional<Card>> card(Payment payment) {
        return payment.terms().instrument() instanceof Instrument.ByCard(var id)
                ? cards.find(id)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Boolean> ask(Deed deed, ReservationId id, Begun begun) {
        return begun.card()
                .map(card -> gateway.ask(begun.request(), card.token()))
                .orElseGet(() -> Uni.createFrom().item(new GatewayAnswer.Refused(DeclineReason.CARD_UNAVAILABLE)))
                .chain(answer -> unitOfWork.inTransaction(() ->
                        accounts.lock(id).chain(found -> record(deed, found.orElseThrow(), begun.request(), answer))));
    }

    private Uni<Boolean> record(
            Deed deed, Versioned<ReservationAccount> stored, GatewayRequest request, GatewayAnswer answer) {
        return desk.store(deed, stored, stored.value().answered(request, answer, clock.instant()))
                .replaceWith(!(answer instanceof GatewayAnswer.Unclear));
    }
}
