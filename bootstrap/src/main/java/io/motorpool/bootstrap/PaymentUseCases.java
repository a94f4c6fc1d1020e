package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.payment.AskGateway;
import io.motorpool.application.payment.AskGatewayService;
import io.motorpool.application.payment.Cards;
import io.motorpool.application.payment.ChargeFees;
import io.motorpool.application.payment.ChargeFeesService;
import io.motorpool.application.payment.CompanyLedger;
import io.motorpool.application.payment.LookAfterCards;
import io.motorpool.application.payment.LookAfterCardsService;
import io.motorpool.application.payment.PaymentCompanion;
import io.motorpool.application.payment.PaymentDesk;
import io.motorpool.application.payment.PaymentGateway;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.application.payment.PaymentQueriesService;
import io.motorpool.application.payment.ReservationAccounts;
import io.motorpool.application.payment.WalletReader;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the payment context. */
@ApplicationScoped
class PaymentUseCases {

    @Produces
    @Singleton
    WalletReader wallets(Companies companies, Cards cards) {
        return new WalletReader(companies, cards);
    }

    @Produces
    @Singleton
    PaymentDesk desk(ReservationAccounts accounts, CompanyLedger ledger, Outbox outbox, Journal journal) {
        return new PaymentDesk(accounts, ledger, outbox, journal);
    }

    @Produces
    @Singleton
    PaymentCompanion companion(
            WalletReader wallets, ReservationAccounts accounts, PaymentDesk desk, Supplier<UUID> nextId) {
        return new PaymentCompanion(wallets, accounts, desk, nextId);
    }

    @Produces
    @Singleton
    LookAfterCards lookAfterCards(
            UnitOfWork unitOfWork,
            Companies companies,
            Members members,
            Cards cards,
            Journal journal,
            Supplier<UUID> nextId) {
        return new LookAfterCardsService(unitOfWork, companies, members, cards, journal, nextId);
    }

    @Produces
    @Singleton
    ChargeFees chargeFees(
            UnitOfWork unitOfWork,
            Reservations reservations,
            ReservationAccounts accounts,
            WalletReader wallets,
            PaymentDesk desk,
            Clock clock,
            Supplier<UUID> nextId) {
        return new ChargeFeesService(unitOfWork, reservations, accounts, wallets, desk, clock, nextId);
    }

    @Produces
    @Singleton
    AskGateway askGateway(
            UnitOfWork unitOfWork,
            ReservationAccounts accounts,
            Cards cards,
            PaymentGateway gateway,
            PaymentDesk desk,
            Clock clock) {
        return new AskGatewayService(unitOfWork, accounts, cards, gateway, desk, clock);
    }

    @Produces
    @Singleton
    PaymentQueries paymentQueries(
            UnitOfWork unitOfWork,
            Companies companies,
            Reservations reservations,
            WalletReader wallets,
            ReservationAccounts accounts,
            CompanyLedger ledger,
            Clock clock) {
        return new PaymentQueriesService(unitOfWork, companies, reservations, wallets, accounts, ledger, clock);
    }
}
