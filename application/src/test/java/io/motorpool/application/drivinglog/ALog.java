package io.motorpool.application.drivinglog;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.fleet.AFleet;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Everything that use cases around a log need, in memory, and a way to say what is given. */
public final class ALog {

    public final MovedClock clock = new MovedClock(LogFixtures.at("2027-05-02T09:00"));
    public final AFleet fleet = new AFleet();
    public final InMemoryMembers members = new InMemoryMembers();
    public final InMemoryLogFacts facts = new InMemoryLogFacts();
    public final InMemoryLogSources sources = new InMemoryLogSources(fleet.windows, facts);
    public final InMemoryLogClosings closings = new InMemoryLogClosings();
    public final InMemoryLogFiles files = new InMemoryLogFiles();
    public final InMemoryLogExports exports = new InMemoryLogExports();
    public final InMemoryDrivingLogWorkbooks workbooks = new InMemoryDrivingLogWorkbooks();
    public final Traces traces = new Traces(clock);
    public final UnitOfWork unitOfWork = new DirectUnitOfWork();
    public final LogDesk desk = new LogDesk(fleet.vehicles, members, fleet.windows, sources, facts, closings);
    public final LogBinder binder = new LogBinder(unitOfWork, sources, desk, workbooks);
    public final DrivingLogQueries queries =
            new DrivingLogQueriesService(unitOfWork, fleet.companies, fleet.vehicles, facts, closings, desk);
    public final LookAfterDrivingLog lookAfter = new LookAfterDrivingLogService(
            unitOfWork,
            new LookAfterDrivingLogService.Ports(fleet.companies, fleet.vehicles, members, sources, facts, closings),
            desk,
            traces.journal(),
            clock,
            Ids::next);
    public final ExportDrivingLog export =
            new ExportDrivingLogService(unitOfWork, fleet.companies, exports, files, desk, binder, clock, Ids::next);
    public final CloseDrivingLog close = new CloseDrivingLogService(
            unitOfWork, fleet.companies, facts, closings, files, binder, traces.journal(), clock);

    public CompanyId givenCompany() {
        return fleet.givenCompany();
    }

    public VehicleId givenVehicle(CompanyId company) {
        VehicleId vehicle = fleet.givenVehicle(company).id();
        sources.register(company, vehicle);
        return vehicle;
    }

    public UserId givenDriver(CompanyId company, String name) {
        Member member = Member.enrol(
                new MemberId(Ids.next()),
                company,
                new UserId(Ids.next()),
                CompanyFixtures.profile(name),
                CompanyFixtures.A_LICENCE);
        return members.add(member).replaceWith(member.user()).await().indefinitely();
    }

    public Use given(CompanyId company, VehicleId vehicle, Use use) {
        sources.put(company, vehicle, use);
        return use;
    }

    public PlanWindow given(PlanWindow window) {
        return fleet.given(window);
    }

    public void given(LogFact fact) {
        facts.add(fact).await().indefinitely();
    }

    /** All parts of a workbook that was fetched. */
    static byte[] whole(ExportDrivingLog.Fetched fetched) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Optional<byte[]> part = fetched.parts().next().await().indefinitely();
        while (part.isPresent()) {
            whole.writeBytes(part.get());
            part = fetched.parts().next().await().indefinitely();
        }
        return whole.toByteArray();
    }
}
