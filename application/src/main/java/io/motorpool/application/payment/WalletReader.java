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

/** Gathers what an instrument is chosen from: the company's policy as it is now, and the cards. */
public final class WalletReader {

    private final Companies companies;
    private final Cards cards;

    public WalletReader(Companies companies, Cards cards) {
        this.companies = companies;
        this.cards = cards;
    }

    /** What somebody chooses from who acts for the company. */
    public Uni<Wallet> of(CompanyId company, UserId user) {
        return companies
                .find(company)
                .map(found -> found.map(Versioned::value)
                        .map(Company::billingPolicy)
                        .orElseThrow(() -> new IllegalStateException("a payer of no company")))
                .chain(policy -> of(new Payer.Business(company, user, policy)));
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
