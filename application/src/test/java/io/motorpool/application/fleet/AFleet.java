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
final class AFleet {

    static final Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Companies companies = new InMemoryCompanies();
    final Zones zones = new InMemoryZones();
    final InMemoryVehicles vehicles = new InMemoryVehicles();
    final PlanWindows windows = new InMemoryPlanWindows();
    final InMemoryFleetUse use = new InMemoryFleetUse(vehicles);
    final LockedSchedules schedules = new LockedSchedules();
    final Traces traces = new Traces(CLOCK);

    CompanyId givenCompany() {
        return given(aCompany());
    }

    CompanyId given(Company company) {
        return companies.add(company).replaceWith(company.id()).await().indefinitely();
    }

    VirtualZone givenZone(CompanyId company) {
        return given(FleetFixtures.aZone(company));
    }

    VirtualZone given(VirtualZone zone) {
        return zones.add(zone).replaceWith(zone).await().indefinitely();
    }

    Vehicle givenVehicle(CompanyId company) {
        return given(FleetFixtures.aVehicle(company, givenZone(company).id()));
    }

    Vehicle given(Vehicle vehicle) {
        return vehicles.add(vehicle).replaceWith(vehicle).await().indefinitely();
    }

    PlanWindow given(PlanWindow window) {
        return windows.add(window).replaceWith(window).await().indefinitely();
    }
}
