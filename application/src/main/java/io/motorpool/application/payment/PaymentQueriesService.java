package io.motorpool.application.payment;

import io.motorpool.application.company.Companies;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.Payer;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.payment.Wallet;
import io.motorpool.domain.payment.Wallet.Selectable;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers from what is stored; the gateway is not asked. */
public final class PaymentQueriesService implements PaymentQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Reservations reservations;
    private final WalletReader wallets;
    private final ReservationAccounts accounts;
    private final CompanyLedger ledger;
    private final Clock clock;

    public PaymentQueriesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Reservations reservations,
            WalletReader wallets,
            ReservationAccounts accounts,
            CompanyLedger ledger,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.reservations = reservations;
        this.wallets = wallets;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Instruments, Refusal>> instruments(Caller caller) {
        YearMonth month = WalletReader.month(clock.instant());
        return switch (caller.profile()) {
            case Profile.Personal _ ->
                unitOfWork.reading(() -> wallets.of(new Payer.Personal(caller.user()))
                        .map(wallet -> Decision.accept(instruments(wallet, month))));
            case Profile.Business(var company) ->
                caller.holds(Permission.RESERVE)
                        ? unitOfWork.reading(() -> wallets.find(company, caller.user())
                                .map(found -> found.map(wallet -> instruments(wallet, month))
                                        .<Decision<Instruments, Refusal>>map(Decision::accept)
                                        .orElseGet(() -> Decision.refuse(new NotPermitted(Permission.RESERVE)))))
                        : Proceed.refused(new NotPermitted(Permission.RESERVE));
            case Profile.Division _ -> Proceed.refused(new NotPermitted(Permission.RESERVE));
        };
    }

    private static Instruments instruments(Wallet wallet, YearMonth month) {
        Selectable selectable = wallet.selectable(month);
        List<Card> cards = selectable.instruments().stream()
                .filter(Instrument.ByCard.class::isInstance)
                .map(Instrument.ByCard.class::cast)
                .flatMap(byCard -> wallet.find(byCard.card()).stream())
                .toList();
        BillingPolicy policy = wallet.payer() instanceof Payer.Business business ? business.policy() : null;
        return new Instruments(
                cards, selectable.instruments().contains(new Instrument.Postpaid()), policy, selectable.why());
    }

    @Override
    public Uni<Decision<Optional<ReservationAccount>, Refusal>> account(Caller caller, ReservationId id) {
        return unitOfWork.reading(() -> reservations
                .find(id)
                .chain(found -> accounts.find(id).map(account -> visible(caller, found, account))));
    }

    private static Decision<Optional<ReservationAccount>, Refusal> visible(
            Caller caller,
            Optional<Versioned<Reservation>> reservation,
            Optional<Versioned<ReservationAccount>> account) {
        Optional<ReservationAccount> costs = account.map(Versioned::value);
        boolean own = costs.filter(it -> it.payer().equals(caller.user())).isPresent();
        Optional<Versioned<Reservation>> there = reservation.filter(_ -> own || caller.holds(Permission.READ_PAYMENTS));
        return there.isEmpty()
                ? Decision.refuse(new NotFound(Thing.RESERVATION))
                : Permit.to(
                                caller,
                                own ? Permission.RESERVE : Permission.READ_PAYMENTS,
                                Thing.RESERVATION,
                                there,
                                it -> it.value().terms().company())
                        .widened()
                        .map(_ -> costs);
    }

    @Override
    public Uni<Decision<Page<LedgerEntry>, Refusal>> ledger(Caller caller, CompanyId company, Page.Request page) {
        return ofCompany(caller, company, () -> ledger.list(company, page));
    }

    @Override
    public Uni<Decision<Amount, Refusal>> balance(Caller caller, CompanyId company) {
        return ofCompany(caller, company, () -> ledger.balance(company));
    }

    private <T> Uni<Decision<T, Refusal>> ofCompany(Caller caller, CompanyId company, Supplier<Uni<T>> answer) {
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_LEDGER,
                                Thing.COMPANY,
                                found,
                                it -> it.value().id()),
                        _ -> answer.get().map(Decision::accept))));
    }
}
