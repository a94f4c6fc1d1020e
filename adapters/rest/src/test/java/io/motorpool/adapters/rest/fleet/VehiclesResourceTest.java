package io.motorpool.adapters.rest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.DriveBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.SpanBody;
import io.motorpool.adapters.rest.fleet.VehiclesResource.AddBody;
import io.motorpool.adapters.rest.fleet.VehiclesResource.BusinessOccupancyBody;
import io.motorpool.adapters.rest.fleet.VehiclesResource.ChangeBody;
import io.motorpool.adapters.rest.fleet.VehiclesResource.VehicleBody;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.CompanyId;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VehiclesResourceTest {

    private final FleetResources given = new FleetResources();
    private final VehiclesResource resource = given.vehicles;
    private final CompanyId company = given.fleet.givenCompany();
    private final String zone = given.fleet.givenZone(company).id().toString();

    @Test
    void an_added_vehicle_is_answered_with_its_place_and_its_version() {
        Response response = Responses.of(() -> resource.create(company.toString(), ioniq(zone)));

        VehicleBody body = (VehicleBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/vehicles/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body.plate()).isEqualTo("123가4567");
        assertThat(body.vin()).isEqualTo("KMHL14JA5PA123456");
        assertThat(body.ownership()).isEqualTo(Ownership.COMPANY);
        assertThat(body.turnaroundMinutes()).isEqualTo(10);
        assertThat(body.status()).isEqualTo(VehicleStatus.ACTIVE);
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        AddBody wrong = new AddBody("here", "가나다", "VIN", " ", null, "BANK", null, -1, null);

        assertThat(Responses.wrongFields(() -> resource.create(company.toString(), wrong)))
                .containsExactly(
                        "zone", "plate", "vin", "model", "seats", "ownership", "turnaroundMinutes", "odometerKm");
    }

    @Test
    void a_description_that_no_vehicle_has_names_what_is_wrong_with_it() {
        AddBody crowded = new AddBody(
                zone,
                "123가4567",
                "KMHL14JA5PA123456",
                "아이오닉 5",
                46,
                "COMPANY",
                15,
                12_000,
                new DriveBody("STEAM", 2_001));

        assertThat(Responses.wrongFields(() -> resource.create(company.toString(), crowded)))
                .containsExactly("seats", "turnaroundMinutes", "drive.propulsion", "drive.rangeKm");
    }

    @Test
    void a_zone_of_another_company_is_not_there() {
        String strange = given.fleet.givenZone(given.fleet.givenCompany()).id().toString();

        assertThat(Responses.problem(() -> resource.create(company.toString(), ioniq(strange))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() ->
                        resource.create(company.toString(), ioniq(Ids.next().toString()))))
                .isEqualTo("404 not-found");
    }

    @Test
    void a_plate_that_is_taken_is_a_conflict_that_says_no_more() {
        AddBody ioniq = ioniq(zone);
        assertThat(Responses.of(() -> resource.create(company.toString(), ioniq))
                        .getStatus())
                .isEqualTo(201);

        assertThat(Responses.problem(() -> resource.create(company.toString(), ioniq)))
                .isEqualTo("409 plate-taken");
    }

    @Test
    void a_vehicle_is_read_listed_sent_to_the_workshop_and_retired() {
        VehicleBody vehicle = (VehicleBody) Responses.of(() -> resource.create(company.toString(), ioniq(zone)))
                .getEntity();
        String id = vehicle.id().toString();
        ChangeBody workshop = new ChangeBody(
                zone, vehicle.plate(), vehicle.vin(), vehicle.model(), vehicle.seats(), "COMPANY", 10, true, null);

        assertThat(Responses.of(() -> resource.one(id)).getEntity()).isEqualTo(vehicle);
        assertThat(Responses.of(() -> resource.list(company.toString(), new Paging(null, null)))
                        .getEntity())
                .isEqualTo(new PageBody<>(List.of(vehicle), null));
        assertThat(Responses.problem(() -> resource.change(id, null, workshop))).isEqualTo("428 if-match-required");
        Response away = Responses.of(() -> resource.change(id, "\"0\"", workshop));
        assertThat(away.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(((VehicleBody) away.getEntity()).status()).isEqualTo(VehicleStatus.MAINTENANCE);
        assertThat(((VehicleBody)
                                Responses.of(() -> resource.retire(id, "\"1\"")).getEntity())
                        .status())
                .isEqualTo(VehicleStatus.RETIRED);
    }

    @Test
    void vehicles_of_another_company_are_not_there() {
        String vehicle = given.fleet.givenVehicle(company).id().toString();
        given.caller.becomes(Callers.anAdminOf(given.fleet.givenCompany()));

        assertThat(Responses.problem(() -> resource.one(vehicle))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.retire(vehicle, "\"0\""))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(company.toString(), new Paging(null, null))))
                .isEqualTo("404 not-found");
    }

    @Test
    void business_occupancy_is_told_for_a_period_that_is_in_order_and_not_too_long() {
        Vehicle vehicle = given.fleet.givenVehicle(company);
        var _ = given.fleet.given(FleetFixtures.aWindow(vehicle, FleetFixtures.OFFICE_HOURS));
        String id = vehicle.id().toString();

        Response day = Responses.of(() ->
                resource.businessOccupancy(id, new Between("2027-03-05T00:00:00+09:00", "2027-03-06T00:00:00+09:00")));

        assertThat(day.getEntity())
                .isEqualTo(new BusinessOccupancyBody(List.of(
                        new SpanBody(Instant.parse("2027-03-05T00:00:00Z"), Instant.parse("2027-03-05T09:00:00Z")))));
        assertThat(Responses.wrongFields(() -> resource.businessOccupancy(id, new Between(null, "tomorrow"))))
                .containsExactly("start", "end");
        assertThat(Responses.wrongFields(() -> resource.businessOccupancy(
                        id, new Between("2027-01-01T00:00:00+09:00", "2028-02-06T00:00:00+09:00"))))
                .containsExactly("end");
    }

    @Test
    void a_client_that_says_nothing_of_what_moves_a_vehicle_leaves_it_as_it_was() {
        AddBody untold = new AddBody(zone, "34나5678", "KMHL14JA5PA654321", "쏘나타", 5, "COMPANY", 10, 12_000, null);
        VehicleBody sonata = (VehicleBody)
                Responses.of(() -> resource.create(company.toString(), untold)).getEntity();
        VehicleBody ioniq = (VehicleBody) Responses.of(() -> resource.create(company.toString(), ioniq(zone)))
                .getEntity();

        assertThat(sonata.drive()).isEqualTo(new DriveBody("COMBUSTION", 500));
        assertThat(changed(ioniq, "\"0\"", null).drive()).isEqualTo(new DriveBody("ELECTRIC", 458));
        assertThat(changed(ioniq, "\"0\"", new DriveBody("HYBRID", 900)).drive())
                .isEqualTo(new DriveBody("HYBRID", 900));
    }

    private VehicleBody changed(VehicleBody vehicle, String seen, @Nullable DriveBody drive) {
        ChangeBody body = new ChangeBody(
                zone, vehicle.plate(), vehicle.vin(), vehicle.model(), vehicle.seats(), "COMPANY", 10, false, drive);
        return (VehicleBody) Responses.of(() -> resource.change(vehicle.id().toString(), seen, body))
                .getEntity();
    }

    private static AddBody ioniq(String zone) {
        return new AddBody(
                zone,
                "123가 4567",
                "kmhl14ja5pa123456",
                "아이오닉 5",
                5,
                "COMPANY",
                10,
                12_000,
                new DriveBody("ELECTRIC", 458));
    }
}
