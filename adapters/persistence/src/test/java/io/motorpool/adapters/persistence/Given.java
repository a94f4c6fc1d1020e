package io.motorpool.adapters.persistence;

import static io.motorpool.application.company.CompanyFixtures.aCompany;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.arc.Arc;

/** What rows need to stand on: the database does not believe in companies and zones that it does not hold. */
public final class Given {

    private final PortContract store;

    public Given(PortContract store) {
        this.store = store;
    }

    public CompanyId company() {
        return storedCompany().id();
    }

    public Company storedCompany() {
        Company company = aCompany();
        return store.inTransaction(() -> port(Companies.class).add(company).replaceWith(company));
    }

    public Member member(CompanyId company, UserId user) {
        return member(CompanyFixtures.aMember(company, user));
    }

    public Member member(Member member) {
        return store.inTransaction(() -> port(Members.class).add(member).replaceWith(member));
    }

    public ZoneId zone(CompanyId company) {
        VirtualZone zone = FleetFixtures.aZone(company);
        return store.inTransaction(() -> port(Zones.class).add(zone).replaceWith(zone.id()));
    }

    public Vehicle vehicle(CompanyId company) {
        return vehicle(FleetFixtures.aVehicle(company, zone(company)));
    }

    public Vehicle vehicle(Vehicle vehicle) {
        return store.inTransaction(() -> port(Vehicles.class).add(vehicle).replaceWith(vehicle));
    }

    private static <P> P port(Class<P> type) {
        return Arc.container().instance(type).get();
    }
}
