package io.motorpool.application.payment;

import io.motorpool.application.company.Companies;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.payment.Payer;
import io.motorpool.domain.payment.Wallet;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Gathers what an instrument is chosen from: the company's policy as it is now, and the cards. */
public final class WalletReader {

    private final Companies companies;
    private final Cards cards;

    public WalletReader(Companies companies, Cards cards) {
        this.companies = companies;
        this.cards = cards;
    }

    /** What somebody chooses from who acts for the company, of which it is known that it is there. */
    public Uni<Wallet> of(CompanyId company, UserId user) {
        return find(company, user)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("a payer of no company")));
    }

    /** The same; empty when there is no such company, whatever a token says. */
    Uni<Optional<Wallet>> find(CompanyId company, UserId user) {
        return companies
                .find(company)
                .chain(found -> found.map(Versioned::value)
                        .map(known -> of(known, user).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The same, of a company that was read already. */
    public Uni<Wallet> of(Company company, UserId user) {
        return of(new Payer.Business(company.id(), user, company.billingPolicy()));
    }

    Uni<Wallet> of(Payer payer) {
        return cards.of(payer).map(found -> new Wallet(payer, found));
    }

    /** Cards expire by the month in Seoul (P1). */
    public static YearMonth month(Instant now) {
        return YearMonth.from(now.atZone(BusinessZone.SEOUL));
    }
}
