package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.registered;
import static io.motorpool.application.reservation.ReservationFixtures.ALL_MONDAY;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.AuditQueries;
import io.motorpool.application.audit.AuditQueriesService;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.InMemoryAuditTrail;
import io.motorpool.application.company.Companies;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** No answer for one company holds an id of another, whatever is asked and by whomever. */
class TenantIsolationTest {

    private static final Page.Request ALL = new Page.Request(Page.Request.LARGEST, Optional.empty());

    private AMotorpool motorpool = new AMotorpool();
    private AuditTrail trail = new InMemoryAuditTrail();
    private InMemoryAvailability schedules = new InMemoryAvailability(motorpool.clock);

    /** One instance serves all tries, and each of them begins with nothing. */
    @BeforeTry
    void nobodyIsThere() {
        motorpool = new AMotorpool();
        trail = new InMemoryAuditTrail();
        schedules = new InMemoryAvailability(motorpool.clock);
    }

    /** One company and everything in it. */
    private record Tenant(CompanyId company, List<Reserved> reserved, List<AuditEntry> deeds) {

        Stream<String> ids() {
            return Stream.concat(
                            reserved.stream()
                                    .flatMap(each -> Stream.of(
                                            each.id().value(),
                                            each.terms().vehicle().value(),
                                            each.terms().driver().value())),
                            deeds.stream().flatMap(deed -> Stream.of(deed.id(), deed.subject())))
                    .map(UUID::toString);
        }
    }

    @Property(tries = 20)
    void no_answer_for_one_company_holds_an_id_of_another(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes) {
        List<Tenant> tenants = sizes.stream().map(this::givenTenant).toList();

        assertThat(tenants).allSatisfy(own -> {
            List<String> strange = tenants.stream()
                    .filter(other -> !other.equals(own))
                    .flatMap(Tenant::ids)
                    .toList();
            for (Caller caller : callersOf(own)) {
                assertThat(everythingAsked(caller, tenants)).doesNotContain(strange);
            }
        });
    }

    @Property(tries = 20)
    void a_private_person_is_told_of_nobody(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 4) Integer> sizes) {
        List<Tenant> tenants = sizes.stream().map(this::givenTenant).toList();

        assertThat(everythingAsked(aPrivatePerson(), tenants))
                .doesNotContain(tenants.stream().flatMap(Tenant::ids).toList());
    }

    private static List<Caller> callersOf(Tenant tenant) {
        CompanyId company = tenant.company();
        return List.of(
                anAdminOf(company),
                aMemberOf(company),
                ofCompany(tenant.reserved().getFirst().terms().driver(), company, Role.MEMBER));
    }

    /** All answers to all questions, about the own things and about everybody else's. */
    private String everythingAsked(Caller caller, List<Tenant> tenants) {
        Companies companies = registered(tenants.stream().map(Tenant::company).toArray(CompanyId[]::new));
        AuditQueries audit = new AuditQueriesService(motorpool.unitOfWork, trail);
        AvailabilityQueries availability = new AvailabilityQueriesService(motorpool.unitOfWork, companies, schedules);
        ReservationQueries reservations = new ReservationQueriesService(
                motorpool.unitOfWork, motorpool.due, motorpool.schedules, motorpool.notes);
        List<Object> answers = new ArrayList<>();
        answers.add(told(reservations.search(caller, Optional.empty(), filter(null), ALL)));
        for (Tenant tenant : tenants) {
            CompanyId company = tenant.company();
            answers.add(told(reservations.search(caller, Optional.of(company), filter(null), ALL)));
            answers.add(told(availability.of(caller, company, ALL_MONDAY, ALL)));
            answers.add(told(audit.of(caller, company, Optional.empty(), ALL)));
            for (Reserved each : tenant.reserved()) {
                answers.add(told(reservations.search(caller, Optional.empty(), filter(each), ALL)));
                answers.add(told(reservations.one(caller, each.id())));
                answers.add(told(reservations.neighbours(caller, each.id())));
                answers.add(told(reservations.neighbours(caller, each.terms().vehicle(), hours(11, 12))));
                answers.add(told(reservations.notes(caller, each.id())));
                answers.add(told(availability.of(caller, each.terms().vehicle(), ALL_MONDAY)));
                answers.add(told(audit.of(caller, company, Optional.of(each.id().value()), ALL)));
            }
        }
        return answers.toString();
    }

    private static <T> Decision<T, Refusal> told(Uni<Decision<T, Refusal>> answer) {
        return answer.await().indefinitely();
    }

    private static Filter filter(@Nullable Reserved about) {
        return about == null
                ? new Filter(null, null, null, null, null)
                : new Filter(about.terms().vehicle(), about.terms().driver(), null, null, null);
    }

    private Tenant givenTenant(int vehicles) {
        CompanyId company = motorpool.givenCompany();
        List<Reserved> reserved = new ArrayList<>();
        List<AuditEntry> deeds = new ArrayList<>();
        for (int i = 0; i < vehicles; i++) {
            Vehicle vehicle = motorpool.givenVehicle(company);
            schedules.put(vehicle.id(), company, VehicleStatus.ACTIVE);
            Reserved each = motorpool.given(aReservation(vehicle, motorpool.givenDriver(company), hours(9, 11)));
            schedules.put(each.occupancy().orElseThrow());
            reserved.add(each);
            deeds.add(deed(each));
        }
        trail.record(deeds).await().indefinitely();
        return new Tenant(company, reserved, deeds);
    }

    private static AuditEntry deed(Reserved about) {
        return new AuditEntry(
                Ids.next(),
                about.terms().createdAt(),
                about.terms().driver(),
                Role.MEMBER,
                about.terms().company(),
                about.id().value(),
                "reserve-vehicle",
                Optional.empty(),
                Map.of(),
                Map.of("vehicle", about.terms().vehicle().toString()));
    }
}
