package io.motorpool.application.reconciliation;

import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.fleet.AFleet;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;

/** Everything that use cases around the reconciliation need, in memory, and a way to say what is given. */
public final class ALegacySystem {

    public final MovedClock clock = new MovedClock(LegacyFixtures.NINE);
    public final AFleet fleet = new AFleet();
    public final InMemoryMembers members = new InMemoryMembers();
    public final InMemoryLegacyHistories histories = new InMemoryLegacyHistories();
    public final InMemoryVerdicts verdicts = new InMemoryVerdicts();
    public final InMemoryDifferenceRules rules = new InMemoryDifferenceRules();
    public final InMemoryUndecodableMessages undecodables = new InMemoryUndecodableMessages();
    public final UnitOfWork unitOfWork = new DirectUnitOfWork();
    public final ObserveLegacy observe = new ObserveLegacyService(unitOfWork, histories, undecodables, clock);
    public final CompareHistories compare = comparing(unitOfWork);
    public final ExplainDifferences explain = new ExplainDifferencesService(unitOfWork, rules, clock, Ids::next);
    public final ReconciliationQueries queries = new ReconciliationQueriesService(
            unitOfWork,
            new ReconciliationQueriesService.Ports(histories, verdicts, rules, undecodables, records()),
            clock);

    public CompareHistories comparing(UnitOfWork work) {
        return new CompareHistoriesService(work, histories, verdicts, records(), clock);
    }

    private MasterRecords records() {
        return new InMemoryMasterRecords(fleet.companies, fleet.vehicles, members);
    }

    public CompanyId givenCompany() {
        return fleet.givenCompany();
    }

    public VehicleId givenVehicle(CompanyId company) {
        return fleet.givenVehicle(company).id();
    }

    public UserId givenDriver(CompanyId company) {
        Member member = CompanyFixtures.aMember(company);
        return members.add(member).replaceWith(member.user()).await().indefinitely();
    }
}
