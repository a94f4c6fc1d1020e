package io.motorpool.application.fleet;

import static io.motorpool.application.company.CompanyFixtures.aCompany;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Everything that use cases around a fleet need, in memory, and a way to say what is given. */
public final class AFleet {

    public static final Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public final Companies companies = new InMemoryCompanies();
    public final Zones zones = new InMemoryZones();
    public final InMemoryVehicles vehicles = new InMemoryVehicles();
    public final PlanWindows windows = new InMemoryPlanWindows();
    public final InMemoryFleetUse use = new InMemoryFleetUse(vehicles);
    public final LockedSchedules schedules = new LockedSchedules();
    public final Traces traces = new Traces(CLOCK);

    public CompanyId givenCompany() {
        return given(aCompany());
    }

    public CompanyId given(Company company) {
        return companies.add(company).replaceWith(company.id()).await().indefinitely();
    }

    public VirtualZone givenZone(CompanyId company) {
        return given(FleetFixtures.aZone(company));
    }

    public VirtualZone given(VirtualZone zone) {
        return zones.add(zone).replaceWith(zone).await().indefinitely();
    }

    public Vehicle givenVehicle(CompanyId company) {
        return given(FleetFixtures.aVehicle(company, givenZone(company).id()));
    }

    public Vehicle given(Vehicle vehicle) {
        return vehicles.add(vehicle).replaceWith(vehicle).await().indefinitely();
    }

    public PlanWindow given(PlanWindow window) {
        return windows.add(window).replaceWith(window).await().indefinitely();
    }
}
