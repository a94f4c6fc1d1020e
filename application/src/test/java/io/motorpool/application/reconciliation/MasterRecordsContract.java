package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every source of master records promises. */
public interface MasterRecordsContract extends PortContract {

    MasterRecords records();

    Companies companies();

    Vehicles vehicles();

    Members members();

    ZoneId givenZone(CompanyId company);

    @Test
    default void what_rows_name_is_found_as_it_is_kept_and_nothing_else() {
        Company company = CompanyFixtures.aCompany();
        var _ = inTransaction(() -> companies().add(company));
        ZoneId zone = givenZone(company.id());
        Vehicle one = givenVehicle(company, zone);
        Vehicle another = givenVehicle(company, zone);
        Vehicle _ = givenVehicle(company, zone);
        Member driver = givenMember(company);
        Member colleague = givenMember(company);

        Masters found =
                of(row(company.id(), one.id(), driver.user()), row(company.id(), another.id(), colleague.user()));

        assertThat(found).isEqualTo(Masters.of(List.of(company), List.of(one, another), List.of(driver, colleague)));
    }

    @Test
    default void what_there_is_not_is_left_out_and_a_driver_of_another_company_is_no_member() {
        Company company = CompanyFixtures.aCompany();
        var _ = inTransaction(() -> companies().add(company));
        Member driver = givenMember(company);
        CompanyId unknown = new CompanyId(Ids.next());

        assertThat(of(row(unknown, new VehicleId(Ids.next()), driver.user())))
                .isEqualTo(Masters.of(List.of(), List.of(), List.of()));
        assertThat(of()).isEqualTo(Masters.of(List.of(), List.of(), List.of()));
    }

    private Vehicle givenVehicle(Company company, ZoneId zone) {
        Vehicle vehicle = FleetFixtures.aVehicle(company.id(), zone);
        var _ = inTransaction(() -> vehicles().add(vehicle));
        return vehicle;
    }

    private Member givenMember(Company company) {
        Member member = CompanyFixtures.aMember(company.id());
        var _ = inTransaction(() -> members().add(member));
        return member;
    }

    private Masters of(LegacyRow... rows) {
        return inTransaction(() -> records().of(List.of(rows)));
    }

    private static LegacyRow row(CompanyId company, VehicleId vehicle, UserId driver) {
        return waiting(company, vehicle, driver, hours(9, 11));
    }
}
