package io.motorpool.application.payment;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.payment.ReservationAccount.Changed;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Locks the reservation before its account, like every step of a reservation does. */
public final class ChargeFeesService implements ChargeFees {

    private final UnitOfWork unitOfWork;
    private final Reservations reservations;
    private final ReservationAccounts accounts;
    private final WalletReader wallets;
    private final PaymentDesk desk;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public ChargeFeesService(
            UnitOfWork unitOfWork,
            Reservations reservations,
            ReservationAccounts accounts,
            WalletReader wallets,
            PaymentDesk desk,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.accounts = accounts;
        this.wallets = wallets;
        this.desk = desk;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** What becomes of the account, under this id. */
    private interface Choice {
        Uni<Decision<Changed, Refusal>> about(Reservation reservation, ReservationAccount account, PaymentId next);
    }

    @Override
    public Uni<Decision<Payment, Refusal>> charge(
            Caller caller, ReservationId reservation, Money amount, InstrumentChoice payWith, Reason reason) {
        Instant now = clock.instant();
        return change(
                new Deed(caller, Permission.CHARGE_FEES, "charge-fee", Optional.of(reason)),
                reservation,
                (_, account, next) -> usable(account, payWith, now)
                        .map(usable -> usable.then(
                                same -> same.charged(amount, next, now).widened())));
    }

    @Override
    public Uni<Decision<Payment, Refusal>> retry(
            Caller caller, ReservationId reservation, PaymentId declined, Reason reason) {
        Instant now = clock.instant();
        return change(
                new Deed(caller, Permission.CHARGE_FEES, "retry-payment", Optional.of(reason)),
                reservation,
                (stands, account, next) -> account.find(declined).isEmpty()
                        ? Proceed.refused(new NotFound(Thing.PAYMENT))
                        : usable(account, new InstrumentChoice.TheUsual(), now)
                                .map(usable -> usable.then(same -> same.retry(declined, isRunning(stands), next, now)
                                        .widened())));
    }

    private static boolean isRunning(Reservation reservation) {
        return reservation instanceof Reserved || reservation instanceof InUse;
    }

    private Uni<Decision<ReservationAccount, Refusal>> usable(
            ReservationAccount account, InstrumentChoice payWith, Instant now) {
        return wallets.of(account.company(), account.payer())
                .map(wallet -> wallet.keep(account.booked(), payWith, WalletReader.month(now))
                        .map(_ -> account));
    }

    private Uni<Decision<Payment, Refusal>> change(Deed deed, ReservationId id, Choice choice) {
        return unitOfWork.inTransaction(() -> reservations
                .lock(List.of(id), List.of())
                .chain(found -> Proceed.with(
                        Permit.to(
                                deed.caller(),
                                Permission.CHARGE_FEES,
                                Thing.RESERVATION,
                                found.stream().findFirst(),
                                it -> it.value().terms().company()),
                        stored -> accounts.lock(id)
                                .chain(account -> account.map(it -> decide(deed, stored.value(), it, choice))
                                        .orElseGet(() -> Proceed.refused(new NotFound(Thing.PAYMENT)))))));
    }

    private Uni<Decision<Payment, Refusal>> decide(
            Deed deed, Reservation reservation, Versioned<ReservationAccount> account, Choice choice) {
        PaymentId next = new PaymentId(nextId.get());
        return Proceed.with(
                choice.about(reservation, account.value(), next),
                changed -> desk.store(deed, account, changed)
                        .replaceWith(() ->
                                Decision.accept(changed.account().find(next).orElseThrow())));
    }
}
