package io.motorpool.application.company;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.company.CompanyEvent.CompanyChanged;
import io.motorpool.domain.company.CompanyEvent.CompanyLeft;
import io.motorpool.domain.company.CompanyEvent.CompanyRegistered;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Registers companies, changes them and lets them go. */
public final class LookAfterCompaniesService implements LookAfterCompanies {

    private static final PermitChange<Company> PERMIT =
            new PermitChange<>(Permission.CHANGE_COMPANY, Thing.COMPANY, Company::id);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final CompanyUse use;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterCompaniesService(
            UnitOfWork unitOfWork,
            Companies companies,
            CompanyUse use,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.use = use;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<CompanyView, Refusal>> register(Registration wanted) {
        return Proceed.with(
                Permit.anywhere(wanted.caller(), Permission.REGISTER_COMPANY),
                _ -> unitOfWork.inTransaction(() -> add(wanted)));
    }

    private Uni<Decision<CompanyView, Refusal>> add(Registration wanted) {
        Company company = Company.register(
                new CompanyId(nextId.get()), wanted.name(), wanted.businessNumber(), wanted.billingPolicy());
        Deed deed = new Deed(wanted.caller(), Permission.REGISTER_COMPANY, "register-company", Optional.empty());
        return Proceed.with(
                companies.add(company),
                version -> write(
                        deed,
                        Map.of(),
                        new Versioned<>(company, version),
                        new CompanyRegistered(company.id(), clock.instant())));
    }

    @Override
    public Uni<Decision<CompanyView, Refusal>> change(Change change) {
        return unitOfWork.inTransaction(() -> companies
                .find(change.company())
                .chain(found -> Proceed.with(
                        PERMIT.to(change.caller(), change.seen(), found),
                        stored -> Proceed.with(
                                stored.value().change(change.name(), change.billingPolicy()),
                                changed -> store(
                                        change.caller(),
                                        "change-company",
                                        stored,
                                        changed,
                                        new CompanyChanged(changed.id(), clock.instant()))))));
    }

    @Override
    public Uni<Decision<CompanyView, Refusal>> retire(Caller caller, CompanyId company, Version seen) {
        return unitOfWork.inTransaction(() -> companies
                .lock(company)
                .chain(found -> Proceed.with(
                        PERMIT.to(caller, seen, found),
                        stored -> use.of(company).chain(rests -> letGo(caller, stored, rests)))));
    }

    private Uni<Decision<CompanyView, Refusal>> letGo(
            Caller caller, Versioned<Company> stored, CompanyUse.OfCompany rests) {
        return Proceed.with(
                stored.value().retire(rests.activeReservations(), rests.vehicles()),
                retired -> store(
                        caller, "retire-company", stored, retired, new CompanyLeft(retired.id(), clock.instant())));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<CompanyView, Refusal>> store(
            Caller caller, String action, Versioned<Company> before, Company after, CompanyEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(CompanyView.of(before));
        }
        Deed deed = new Deed(caller, Permission.CHANGE_COMPANY, action, Optional.empty());
        return companies
                .save(before.with(after))
                .chain(version -> write(deed, CompanyView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<CompanyView, Refusal>> write(
            Deed deed, Map<String, String> before, Versioned<Company> after, CompanyEvent fact) {
        CompanyView view = CompanyView.of(after);
        Effect effect = new Effect(view.id(), view.id().value(), before, view.facts());
        return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(view));
    }
}
