package io.motorpool.adapters.rest.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.at;
import static io.motorpool.application.drivinglog.LogFixtures.driven;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static io.motorpool.application.fleet.FleetFixtures.YEAR_2027;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.EventStream;
import io.motorpool.adapters.rest.FileStream;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.drivinglog.LogEntryBody.State;
import io.motorpool.adapters.rest.drivinglog.LogFactsResource.DecisionBody;
import io.motorpool.adapters.rest.drivinglog.LogFactsResource.ExemptionBody;
import io.motorpool.adapters.rest.drivinglog.LogFactsResource.PurposeBody;
import io.motorpool.adapters.rest.drivinglog.LogFactsResource.ReadingsBody;
import io.motorpool.adapters.rest.drivinglog.LogFactsResource.TripBody;
import io.motorpool.adapters.rest.drivinglog.TaxPeriods.Asked;
import io.motorpool.adapters.rest.drivinglog.TaxPeriods.PeriodBody;
import io.motorpool.application.drivinglog.ALog;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Question;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A company's March over HTTP: what is asked, what is said, what is handed in. */
class DrivingLogResourcesTest {

    private static final String FIRST = "2027-03-01";
    private static final String LAST = "2027-03-31";
    private static final Asked MARCH = new Asked(FIRST, LAST);
    private static final PeriodBody OF_MARCH = new PeriodBody(FIRST, LAST);
    private static final ReasonBody WHY = new ReasonBody("DATA_CORRECTION", "영수증으로 확인");

    private final ALog log = new ALog();
    private final CompanyId company = log.givenCompany();
    private final VehicleId vehicle = log.givenVehicle(company);
    private final UserId kim = log.givenDriver(company, "김민수");
    private final KnownCaller caller = new KnownCaller(Callers.anOperator());
    private final DrivingLogResource resource = new DrivingLogResource(log.queries, log.close, caller);
    private final LogFactsResource facts = new LogFactsResource(log.lookAfter, caller);
    private final LogExportsResource exports = new LogExportsResource(log.export, caller);

    private final Use tagged =
            log.given(company, vehicle, driven(kim, true, march("02T09:00"), march("02T10:00"), 100, 120));
    private final Use partly =
            log.given(company, vehicle, driven(kim, false, march("02T17:00"), march("02T19:00"), 120, 150));

    DrivingLogResourcesTest() {
        PlanWindow _ = log.given(PlanWindow.agree(
                new PlanWindowId(Ids.next()),
                company,
                vehicle,
                YEAR_2027,
                new WeeklyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }

    @Test
    void the_report_adds_up_and_counts_by_reason() {
        LogReportBody report = report();

        assertThat(report.total().entries()).isEqualTo(2);
        assertThat(report.total().included()).isEqualTo(1);
        assertThat(report.total().needsReview()).isEqualTo(1);
        assertThat(report.total().addsUp()).isTrue();
        assertThat(report.total().byReason()).containsOnlyKeys("TAGGED", "PARTLY_IN_OCCUPANCY");
        assertThat(report.vehicles()).singleElement().satisfies(of -> {
            assertThat(of.distance().totalKm()).isEqualTo(50);
            assertThat(of.distance().businessKm()).isEqualTo(20);
            assertThat(of.distance().ratio()).isEqualTo(0.4);
        });
        assertThat(report.closing()).isNull();
    }

    @Test
    void entries_say_where_they_stand_and_why() {
        assertThat(this.<LogEntryBody>items(() -> resource.entries(vehicle.toString(), MARCH)))
                .extracting(LogEntryBody::state, LogEntryBody::basis, LogEntryBody::question)
                .containsExactly(
                        tuple(State.INCLUDED, Basis.TAGGED, null),
                        tuple(State.NEEDS_REVIEW, null, Question.PARTLY_IN_OCCUPANCY));
    }

    @Test
    void what_waits_is_decided_with_a_reason_and_stays_on_record() {
        assertThat(this.<LogEntryBody.OpenBody>items(() -> resource.reviews(company.toString(), MARCH)))
                .extracting(open -> open.entry().id())
                .containsExactly(partly.reservation().value());

        Response said = Responses.of(() -> facts.include(id(partly), new DecisionBody(WHY)));

        assertThat(said.getStatus()).isEqualTo(201);
        assertThat(this.<LogFactBody>items(() -> resource.facts(vehicle.toString())))
                .containsExactly((LogFactBody) said.getEntity());
        assertThat(sheet().rows()).extracting(LogSheetBody.RowBody::basis).containsExactly(Basis.TAGGED, Basis.MANUAL);
        assertThat(Responses.of(() -> facts.exclude(id(partly), new DecisionBody(WHY)))
                        .getStatus())
                .isEqualTo(201);
        assertThat(sheet().rows()).hasSize(1);
    }

    @Test
    void readings_and_purposes_are_put_right_trips_put_in_and_vehicles_exempted_by_facts() {
        assertThat(kindOf(facts.correct(id(tagged), new ReadingsBody(1, 99, 119, WHY))))
                .isEqualTo(LogFactBody.Kind.READINGS_CORRECTED);
        assertThat(kindOf(facts.state(id(tagged), new PurposeBody(1, "COMMUTE", WHY))))
                .isEqualTo(LogFactBody.Kind.PURPOSE_STATED);
        assertThat(sheet().rows().getFirst()).satisfies(row -> {
            assertThat(row.beforeKm()).isEqualTo(99);
            assertThat(row.commuteKm()).isEqualTo(20);
            assertThat(row.driverName()).isEqualTo("김민수");
        });
        TripBody forgotten = trip("2027-03-04T09:00:00+09:00", "2027-03-04T10:00:00+09:00", 150, 160);
        assertThat(kindOf(facts.insert(vehicle.toString(), forgotten))).isEqualTo(LogFactBody.Kind.TRIP_INSERTED);
        assertThat(Responses.problem(() -> facts.insert(vehicle.toString(), forgotten)))
                .isEqualTo("409 trip-meets-another");
        assertThat(kindOf(facts.exempt(vehicle.toString(), new ExemptionBody("CARGO", WHY))))
                .isEqualTo(LogFactBody.Kind.VEHICLE_EXEMPTED);
        assertThat(report().vehicles().getFirst().exemption()).isNotNull();
        assertThat(kindOf(facts.withdrawExemption(vehicle.toString(), new DecisionBody(WHY))))
                .isEqualTo(LogFactBody.Kind.EXEMPTION_WITHDRAWN);
    }

    @Test
    void a_workbook_is_asked_for_watched_and_fetched() {
        Response asked = Responses.of(() -> exports.request(company.toString(), OF_MARCH));
        String export = asked.getHeaderString("Location").substring("/api/v1/driving-log-exports/".length());
        assertThat(asked.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(Responses.problem(() -> exports.workbook(export))).isEqualTo("409 export-not-ready");
        workOff();

        Response done = Responses.of(() -> exports.one(export));
        Response file = Responses.of(() -> exports.workbook(export));

        assertThat(done.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(done.getEntity()).isInstanceOfSatisfying(LogExportBody.class, body -> {
            assertThat(body.state()).isEqualTo(LogExportBody.State.READY);
            assertThat(body.sha256()).isEqualTo(FileDigest.of(whole(file)).hex());
            assertThat(body.rows()).isEqualTo(1);
            assertThat(body.needsReview()).isEqualTo(1);
        });
        assertThat(file.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"driving-log-2027-03-01-2027-03-31.xlsx\"");
        List<?> events = ((EventStream)
                        Responses.of(() -> exports.watch(export)).getEntity())
                .events()
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(events).isEqualTo(List.of(done.getEntity()));
    }

    @Test
    void a_workbook_that_cannot_be_made_says_why() {
        Use _ = log.given(company, vehicle, driven(kim, true, march("05T09:00"), march("05T10:00"), 140, 160));
        Response asked = Responses.of(() -> exports.request(company.toString(), OF_MARCH));
        workOff();

        LogExportBody body = (LogExportBody) Responses.of(() ->
                        exports.one(((LogExportBody) asked.getEntity()).id().toString()))
                .getEntity();

        assertThat(body.state()).isEqualTo(LogExportBody.State.REFUSED);
        assertThat(body.code()).isEqualTo("odometers-block");
        assertThat(sheet().findings()).extracting(FindingBody::kind).containsExactly(FindingBody.Kind.BACKWARDS);
    }

    @Test
    void a_period_is_closed_once_and_nothing_is_said_about_it_any_more() {
        assertThat(Responses.problem(() -> resource.close(company.toString(), OF_MARCH)))
                .isEqualTo("409 reviews-open");
        assertThat(Responses.of(() -> facts.include(id(partly), new DecisionBody(WHY)))
                        .getStatus())
                .isEqualTo(201);

        Response closed = Responses.of(() -> resource.close(company.toString(), OF_MARCH));

        assertThat(closed.getStatus()).isEqualTo(201);
        assertThat(this.<LogClosingBody>items(() -> resource.closings(company.toString())))
                .containsExactly((LogClosingBody) closed.getEntity());
        assertThat(report().closing()).isEqualTo(closed.getEntity());
        assertThat(Responses.problem(() -> resource.close(company.toString(), OF_MARCH)))
                .isEqualTo("409 log-closed");
        assertThat(Responses.problem(() -> facts.exclude(id(partly), new DecisionBody(WHY))))
                .isEqualTo("409 log-closed");
        log.clock.moveTo(at("2027-04-15T09:00"));
        assertThat(Responses.problem(
                        () -> resource.close(company.toString(), new PeriodBody("2027-04-01", "2027-04-30"))))
                .isEqualTo("409 tax-period-not-over");
    }

    @Test
    void an_administrator_sees_their_own_and_nothing_else() {
        Response asked = Responses.of(() -> exports.request(company.toString(), OF_MARCH));
        String export = ((LogExportBody) asked.getEntity()).id().toString();
        caller.becomes(Callers.anAdminOf(log.givenCompany()));

        assertThat(Responses.problem(() -> resource.report(company.toString(), MARCH)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.sheet(vehicle.toString(), MARCH)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> exports.one(export))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> exports.workbook(export))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> facts.include(id(partly), new DecisionBody(WHY))))
                .isEqualTo("404 not-found");
        caller.becomes(Callers.anAdminOf(company));
        assertThat(Responses.of(() -> exports.one(export)).getStatus()).isEqualTo(200);
        assertThat(Responses.problem(() -> resource.close(company.toString(), OF_MARCH)))
                .isEqualTo("403 not-permitted");
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        String id = vehicle.toString();

        assertThat(wrong(() -> resource.report(company.toString(), new Asked(null, "soon"))))
                .containsExactly("firstDay", "lastDay");
        assertThat(wrong(() -> resource.sheet(id, new Asked(FIRST, "2028-03-01"))))
                .containsExactly("lastDay");
        assertThat(wrong(() -> exports.request(company.toString(), new PeriodBody(LAST, FIRST))))
                .containsExactly("lastDay");
        assertThat(wrong(() -> facts.include(id(partly), new DecisionBody(null))))
                .containsExactly("reason");
        assertThat(wrong(() -> facts.correct(id(partly), new ReadingsBody(0, 9, 8, WHY))))
                .containsExactly("leg", "afterKm");
        assertThat(wrong(() -> facts.correct(id(partly), new ReadingsBody(1_001, -1, 10_000_000, null))))
                .containsExactly("leg", "beforeKm", "afterKm", "reason");
        assertThat(wrong(() -> facts.state(id(partly), new PurposeBody(null, "FUN", WHY))))
                .containsExactly("leg", "purpose");
        assertThat(wrong(() -> facts.insert(id, new TripBody("x", null, "now", null, null, null, null))))
                .containsExactly("driver", "departedAt", "arrivedAt", "beforeKm", "afterKm", "purpose", "reason");
        assertThat(wrong(() -> facts.insert(id, trip("2027-03-04T10:00:00+09:00", "2027-03-04T09:00:00+09:00", 1, 2))))
                .containsExactly("arrivedAt");
        assertThat(wrong(() -> facts.exempt(id, new ExemptionBody("OLD", WHY)))).containsExactly("ground");
    }

    private TripBody trip(String departedAt, String arrivedAt, int before, int after) {
        return new TripBody(kim.toString(), departedAt, arrivedAt, before, after, "BUSINESS", WHY);
    }

    private LogReportBody report() {
        return (LogReportBody)
                Responses.of(() -> resource.report(company.toString(), MARCH)).getEntity();
    }

    private LogSheetBody sheet() {
        return (LogSheetBody)
                Responses.of(() -> resource.sheet(vehicle.toString(), MARCH)).getEntity();
    }

    private void workOff() {
        boolean found = true;
        while (found) {
            found = log.export.workOn(Callers.aTimer()).await().indefinitely().fold(more -> more, refusal -> {
                throw new AssertionError(refusal);
            });
        }
    }

    private static LogFactBody.@Nullable Kind kindOf(Uni<Response> said) {
        Response response = Responses.of(() -> said);
        assertThat(response.getStatus())
                .as(String.valueOf(response.getEntity()))
                .isEqualTo(201);
        return ((LogFactBody) response.getEntity()).kind();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> items(Supplier<Uni<Response>> call) {
        return ((PageBody<T>) Responses.of(call).getEntity()).items();
    }

    private static List<String> wrong(Supplier<Uni<Response>> call) {
        return Responses.wrongFields(call);
    }

    private static String id(Use use) {
        return use.reservation().toString();
    }

    private static byte[] whole(Response answer) {
        FileStream file = (FileStream) answer.getEntity();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        file.parts().collect().asList().await().atMost(Duration.ofSeconds(5)).forEach(whole::writeBytes);
        assertThat(whole.size()).isEqualTo((int) file.bytes());
        return whole.toByteArray();
    }
}
