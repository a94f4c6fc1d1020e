package io.motorpool.application.payment;

import io.motorpool.application.reservation.ReservationCompanion;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.payment.ReservationAccount.Changed;
import io.motorpool.domain.payment.Tariff;
import io.motorpool.domain.payment.Wallet;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sees to it that every reservation is paid for: who may not pay like that may not reserve like that. What a vehicle that
 * came back late costs is charged whether or not it can be had: nobody is kept from returning a vehicle.
 */
public final class PaymentCompanion implements ReservationCompanion {

    private final WalletReader wallets;
    private final ReservationAccounts accounts;
    private final PaymentDesk desk;
    private final Supplier<UUID> nextId;

    public PaymentCompanion(
            WalletReader wallets, ReservationAccounts accounts, PaymentDesk desk, Supplier<UUID> nextId) {
        this.wallets = wallets;
        this.accounts = accounts;
        this.desk = desk;
        this.nextId = nextId;
    }

    /** By whose the vehicle is goes what it costs, and by what the company agreed to who pays. */
    @Override
    public Uni<Decision<Sequel, Refusal>> consider(Booking booking) {
        ReservationTerms terms = booking.reserved().terms();
        Surroundings around = booking.around();
        Money step = Tariff.step(around.vehicle().description().ownership());
        return wallets.of(around.company(), terms.driver())
                .map(wallet -> wallet.choose(booking.payWith(), WalletReader.month(booking.now()))
                        .map(instrument -> () -> desk.open(ReservationAccount.open(
                                terms.id(),
                                terms.company(),
                                terms.driver(),
                                wallet.booking(instrument),
                                step,
                                terms.period().length(),
                                nextPayment(),
                                booking.now()))));
    }

    @Override
    public Uni<Decision<Sequel, Refusal>> consider(Taking step) {
        Instant now = step.now();
        return switch (step.after()) {
            case Reserved waiting -> lengthened(waiting, now);
            case InUse running when step.before() instanceof Reserved -> start(running);
            case InUse running -> lengthened(running, now);
            case Cancelled cancelled -> always(cancelled, account -> Optional.of(account.calledOff(now)));
            case NoShow missed -> always(missed, account -> Optional.of(account.concluded(now)));
            case Returned returned -> ended(returned, returned.returnedAt(), now);
            case ForceReturned returned -> ended(returned, returned.returnedAt(), now);
        };
    }

    private Uni<Decision<Sequel, Refusal>> start(InUse running) {
        return withAccount(
                running, stored -> Proceed.with(stored.value().mayStart(), _ -> Proceed.done(Sequel.nothing())));
    }

    private Uni<Decision<Sequel, Refusal>> lengthened(Reservation reservation, Instant now) {
        Duration reserved = reservation.terms().period().length();
        return withAccount(
                reservation,
                stored -> stored.value()
                        .lengthened(reserved, nextPayment(), now)
                        .map(changed -> usable(stored, now)
                                .map(usable -> usable.<Sequel>map(_ -> () -> desk.keep(stored, changed))))
                        .orElseGet(() -> Proceed.done(Sequel.nothing())));
    }

    private Uni<Decision<Sequel, Refusal>> ended(Reservation reservation, Instant returnedAt, Instant now) {
        Duration delay = Duration.between(reservation.terms().period().end(), returnedAt);
        return withAccount(
                reservation,
                stored -> usable(stored, now).map(usable -> {
                    boolean collectable = usable.fold(_ -> true, _ -> false);
                    return Decision.accept(
                            () -> desk.keep(stored, stored.value().ended(delay, collectable, nextPayment(), now)));
                }));
    }

    private Uni<Decision<Sequel, Refusal>> always(
            Reservation reservation, Function<ReservationAccount, Optional<Changed>> step) {
        return withAccount(
                reservation,
                stored -> Proceed.done(step.apply(stored.value())
                        .<Sequel>map(changed -> () -> desk.keep(stored, changed))
                        .orElseGet(Sequel::nothing)));
    }

    /** Reservations from before anything was charged go on costing nothing. */
    private Uni<Decision<Sequel, Refusal>> withAccount(
            Reservation reservation, Function<Versioned<ReservationAccount>, Uni<Decision<Sequel, Refusal>>> next) {
        return accounts.lock(reservation.id())
                .chain(found -> found.map(next).orElseGet(() -> Proceed.done(Sequel.nothing())));
    }

    /** Whether the instrument that it was booked with can still be used. */
    private Uni<Decision<Wallet, Refusal>> usable(Versioned<ReservationAccount> stored, Instant now) {
        ReservationAccount account = stored.value();
        return wallets.of(account.company(), account.payer())
                .map(wallet -> wallet.keep(account.booked(), new InstrumentChoice.TheUsual(), WalletReader.month(now))
                        .map(_ -> wallet));
    }

    private PaymentId nextPayment() {
        return new PaymentId(nextId.get());
    }
}
