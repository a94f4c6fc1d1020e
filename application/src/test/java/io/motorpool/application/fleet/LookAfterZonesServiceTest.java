package io.motorpool.application.fleet;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.retired;
import static io.motorpool.application.fleet.AFleet.CLOCK;
import static io.motorpool.application.fleet.AFleet.NOW;
import static io.motorpool.application.fleet.FleetFixtures.PANGYO;
import static io.motorpool.application.fleet.FleetFixtures.anAreaAround;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.fleet.LookAfterZones.Outline;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.CompanyRefusal.CompanyRetired;
import io.motorpool.domain.fleet.FleetEvent.ZoneChanged;
import io.motorpool.domain.fleet.FleetEvent.ZoneDefined;
import io.motorpool.domain.fleet.FleetEvent.ZoneGivenUp;
import io.motorpool.domain.fleet.FleetRefusal.ZoneRetired;
import io.motorpool.domain.fleet.FleetRefusal.ZoneStillHoldsVehicles;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookAfterZonesServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final Outline HEADQUARTERS = new Outline("판교 본사", PANGYO, anAreaAround(PANGYO));
    private static final Outline ANNEX = new Outline("판교 별관", new GeoPoint(127.1, 37.4), null);

    private final AFleet fleet = new AFleet();
    private final LookAfterZones service = new LookAfterZonesService(
            new DirectUnitOfWork(), fleet.companies, fleet.zones, fleet.use, fleet.traces.journal(), CLOCK, Ids::next);

    private final CompanyId company = fleet.givenCompany();

    @Test
    void a_defined_zone_is_announced_and_on_record() {
        ZoneView zone = accepted(service.define(OPERATOR, company, HEADQUARTERS));

        assertThat(zone.status()).isEqualTo(ZoneStatus.ACTIVE);
        assertThat(zone.area()).isEqualTo(HEADQUARTERS.area());
        assertThat(fleet.traces.facts()).containsExactly(new ZoneDefined(zone.id(), company, NOW));
        assertThat(fleet.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("define-zone");
            assertThat(deed.after()).containsEntry("point", "127.1112,37.3947").containsKey("area");
        });
    }

    @Test
    void a_point_outside_of_its_area_is_the_callers_bug() {
        assertThatThrownBy(() -> new Outline("판교 본사", new GeoPoint(0, 0), anAreaAround(PANGYO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zones_are_the_divisions_to_define_in_companies_that_are_clients() {
        CompanyId left = fleet.given(retired(aCompany()));

        assertThat(refused(service.define(anAdminOf(company), company, ANNEX)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_FLEET));
        assertThat(refused(service.define(anAdminOf(left), company, ANNEX))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.define(OPERATOR, left, ANNEX))).isEqualTo(new CompanyRetired());
        assertThat(fleet.traces.facts()).isEmpty();
    }

    @Test
    void a_zone_that_is_moved_is_in_its_next_version() {
        VirtualZone zone = fleet.givenZone(company);

        ZoneView moved = accepted(service.change(OPERATOR, zone.id(), Version.FIRST, ANNEX));

        assertThat(moved.point()).isEqualTo(ANNEX.point());
        assertThat(moved.version()).isEqualTo(Version.FIRST.next());
        assertThat(fleet.traces.facts()).containsExactly(new ZoneChanged(zone.id(), company, NOW));
    }

    @Test
    void a_change_that_changes_nothing_leaves_no_trace() {
        VirtualZone zone = fleet.givenZone(company);
        Outline same = new Outline(zone.name(), zone.point(), zone.area());

        ZoneView unchanged = accepted(service.change(OPERATOR, zone.id(), Version.FIRST, same));

        assertThat(unchanged.version()).isEqualTo(Version.FIRST);
        assertThat(fleet.traces.facts()).isEmpty();
        assertThat(fleet.traces.deeds()).isEmpty();
    }

    @Test
    void of_several_who_change_a_zone_at_once_one_succeeds_and_the_others_learn_that_they_are_late() {
        VirtualZone zone = fleet.givenZone(company);

        var answers = AtOnce.times(
                8,
                () -> service.change(OPERATOR, zone.id(), Version.FIRST, ANNEX)
                        .await()
                        .indefinitely());

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.fold(_ -> Stream.empty(), Stream::of)))
                .hasSize(7)
                .containsOnly(new Stale(Version.FIRST, Version.FIRST.next()));
        assertThat(fleet.traces.facts()).hasSize(1);
    }

    @Test
    void a_zone_that_is_not_there_and_one_that_is_a_strangers_are_not_told_apart() {
        VirtualZone zone = fleet.givenZone(company);
        Caller stranger = anAdminOf(fleet.givenCompany());

        assertThat(refused(service.change(stranger, zone.id(), Version.FIRST, ANNEX)))
                .isEqualTo(new NotFound(Thing.ZONE));
        assertThat(refused(service.change(OPERATOR, FleetFixtures.aZone(company).id(), Version.FIRST, ANNEX)))
                .isEqualTo(new NotFound(Thing.ZONE));
    }

    @Test
    void an_empty_zone_is_given_up_once() {
        VirtualZone zone = fleet.givenZone(company);

        ZoneView gone = accepted(service.retire(OPERATOR, zone.id(), Version.FIRST));

        assertThat(gone.status()).isEqualTo(ZoneStatus.RETIRED);
        assertThat(fleet.traces.facts()).containsExactly(new ZoneGivenUp(zone.id(), company, NOW));
        assertThat(refused(service.retire(OPERATOR, zone.id(), gone.version()))).isEqualTo(new ZoneRetired(zone.id()));
        assertThat(refused(service.change(OPERATOR, zone.id(), gone.version(), ANNEX)))
                .isEqualTo(new ZoneRetired(zone.id()));
    }

    @Test
    void a_zone_where_vehicles_stand_stays() {
        var vehicle = fleet.givenVehicle(company);

        assertThat(refused(service.retire(OPERATOR, vehicle.zone(), Version.FIRST)))
                .isEqualTo(new ZoneStillHoldsVehicles(1));
    }
}
