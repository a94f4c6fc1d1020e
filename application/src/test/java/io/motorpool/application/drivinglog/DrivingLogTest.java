package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.APRIL;
import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static io.motorpool.application.drivinglog.LogFixtures.WHY;
import static io.motorpool.application.drivinglog.LogFixtures.at;
import static io.motorpool.application.drivinglog.LogFixtures.driven;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static io.motorpool.application.drivinglog.LogFixtures.notDriven;
import static io.motorpool.application.fleet.FleetFixtures.YEAR_2027;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.drivinglog.DrivingLogQueries.Report;
import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.motorpool.application.drivinglog.LookAfterDrivingLog.Forgotten;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.ExportNotReady;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.LogChangedMeanwhile;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.LogClosed;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.NothingToLog;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.OdometersBlock;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.ReviewsOpen;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TaxPeriodNotOver;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripDoesNotFit;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripMeetsAnother;
import io.motorpool.domain.drivinglog.Entry;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogFact.Ground;
import io.motorpool.domain.drivinglog.LogFact.Verdict;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A company's March, from its first trip to the closed period. */
class DrivingLogTest {

    private final ALog log = new ALog();
    private final CompanyId company = log.givenCompany();
    private final VehicleId vehicle = log.givenVehicle(company);
    private final UserId kim = log.givenDriver(company, "김민수");
    private final Caller admin = anAdminOf(company);
    private final Caller operator = anOperator();

    private final Use tagged =
            log.given(company, vehicle, driven(kim, true, march("02T09:00"), march("02T10:00"), 100, 120));
    private final Use partly =
            log.given(company, vehicle, driven(kim, false, march("02T17:00"), march("02T19:00"), 120, 150));

    DrivingLogTest() {
        PlanWindow _ = log.given(PlanWindow.agree(
                new PlanWindowId(Ids.next()),
                company,
                vehicle,
                YEAR_2027,
                new WeeklyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }

    @Test
    void the_report_says_where_every_reservation_stands_and_that_it_adds_up() {
        Use _ = log.given(company, vehicle, notDriven(Use.Cause.NO_SHOW, march("03T09:00"), march("03T10:00")));
        VehicleId light = log.givenVehicle(company);
        Use _ = log.given(company, light, driven(kim, true, march("04T09:00"), march("04T10:00"), 1, 9));
        succeeds(log.lookAfter.exempt(operator, light, Ground.LIGHT_CAR, WHY));

        Report report = accepted(log.queries.report(admin, company, MARCH));

        assertThat(report.total().entries()).isEqualTo(4);
        assertThat(report.total().addsUp()).isTrue();
        assertThat(report.total().totalIncluded()).isEqualTo(1);
        assertThat(report.total().totalExcluded()).isEqualTo(2);
        assertThat(report.total().totalNeedingReview()).isEqualTo(1);
        assertThat(report.vehicles())
                .extracting(DrivingLogQueries.OfVehicle::vehicle)
                .containsExactly(vehicle, light);
        assertThat(report.vehicles().getLast().exemption()).contains(Ground.LIGHT_CAR);
        assertThat(report.closing()).isEmpty();
    }

    @Test
    void what_has_to_be_decided_is_decided_with_a_reason_that_stays_on_record() {
        assertThat(accepted(log.queries.reviews(admin, company, MARCH)))
                .extracting(open -> open.entry().id())
                .containsExactly(EntryId.of(partly.reservation()));

        succeeds(log.lookAfter.decide(admin, EntryId.of(partly.reservation()), Verdict.INCLUDE, WHY));

        assertThat(accepted(log.queries.reviews(admin, company, MARCH))).isEmpty();
        assertThat(sheet().rows())
                .extracting(LogSheet.Row::basis)
                .containsExactly(Entry.Basis.TAGGED, Entry.Basis.MANUAL);
        assertThat(accepted(log.queries.facts(admin, vehicle)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.reason()).isEqualTo(WHY));
        assertThat(log.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("decide-log-entry");
            assertThat(deed.reason()).contains(WHY);
            assertThat(deed.before()).containsEntry("standing", "NEEDS_REVIEW PARTLY_IN_OCCUPANCY");
            assertThat(deed.after()).containsEntry("verdict", "INCLUDE");
        });
    }

    @Test
    void readings_and_purposes_are_put_right_by_new_facts() {
        TripId trip = new TripId(EntryId.of(tagged.reservation()), 1);

        succeeds(log.lookAfter.correct(admin, trip, new Odometer(99), new Odometer(119), WHY));
        succeeds(log.lookAfter.state(admin, trip, Purpose.COMMUTE, WHY));

        assertThat(sheet().rows().getFirst().trip()).satisfies(row -> {
            assertThat(row.before()).isEqualTo(new Odometer(99));
            assertThat(row.commuteKm()).isEqualTo(20);
        });
        assertThat(refused(log.lookAfter.state(admin, new TripId(trip.entry(), 2), Purpose.COMMUTE, WHY)))
                .isEqualTo(new NotFound(Thing.DRIVING_LOG_ENTRY));
    }

    @Test
    void a_forgotten_trip_is_put_in_where_it_fits_and_can_be_decided_about_like_any_other() {
        Use _ = log.given(company, vehicle, driven(kim, true, march("05T09:00"), march("05T10:00"), 180, 190));
        Forgotten fits = forgotten(150, 180);

        LogFact inserted = accepted(log.lookAfter.insert(admin, fits, WHY));

        assertThat(sheet().rows())
                .extracting(LogSheet.Row::basis)
                .containsExactly(Entry.Basis.TAGGED, Entry.Basis.MANUAL, Entry.Basis.TAGGED);
        assertThat(refused(log.lookAfter.insert(admin, forgotten(140, 150), WHY)))
                .isInstanceOf(TripMeetsAnother.class);
        assertThat(inserted.content()).isInstanceOfSatisfying(LogFact.TripInserted.class, content -> {
            succeeds(log.lookAfter.decide(admin, content.trip().id().entry(), Verdict.EXCLUDE, WHY));
            assertThat(sheet().rows()).hasSize(2);
        });
    }

    @Test
    void a_forgotten_trip_that_does_not_fit_or_whose_driver_is_a_stranger_is_not_put_in() {
        Forgotten fits = forgotten(150, 180);
        Forgotten byAStranger = new Forgotten(
                vehicle,
                new UserId(Ids.next()),
                fits.departedAt(),
                fits.arrivedAt(),
                fits.before(),
                fits.after(),
                fits.purpose());

        assertThat(refused(log.lookAfter.insert(admin, forgotten(149, 180), WHY)))
                .isEqualTo(new TripDoesNotFit(150, Odometer.HIGHEST));
        assertThat(refused(log.lookAfter.insert(admin, byAStranger, WHY))).isEqualTo(new NotFound(Thing.MEMBER));
    }

    @Test
    void another_companys_log_does_not_exist_and_members_keep_none() {
        Caller stranger = anAdminOf(log.givenCompany());
        EntryId entry = EntryId.of(partly.reservation());

        assertThat(refused(log.queries.report(stranger, company, MARCH))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(log.queries.sheet(stranger, vehicle, MARCH))).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(log.lookAfter.decide(stranger, entry, Verdict.INCLUDE, WHY)))
                .isEqualTo(new NotFound(Thing.DRIVING_LOG_ENTRY));
        assertThat(refused(log.lookAfter.decide(operator, new EntryId(Ids.next()), Verdict.INCLUDE, WHY)))
                .isEqualTo(new NotFound(Thing.DRIVING_LOG_ENTRY));
        assertThat(refused(log.export.request(stranger, company, MARCH))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(log.queries.report(aMemberOf(company), company, MARCH)))
                .isEqualTo(new NotPermitted(Permission.READ_DRIVING_LOG));
        assertThat(refused(log.lookAfter.exempt(anAuditor(), vehicle, Ground.CARGO, WHY)))
                .isEqualTo(new NotPermitted(Permission.KEEP_DRIVING_LOG));
        assertThat(refused(log.close.close(admin, company, MARCH)))
                .isEqualTo(new NotPermitted(Permission.CLOSE_DRIVING_LOG));
    }

    @Test
    void an_export_is_a_job_whose_workbook_is_fetched_when_it_is_ready() {
        LogExport asked = accepted(log.export.request(admin, company, MARCH));
        assertThat(refused(log.export.fetch(admin, asked.id()))).isEqualTo(new ExportNotReady());

        assertThat(accepted(log.export.workOn(aTimer()))).isTrue();
        assertThat(accepted(log.export.workOn(aTimer()))).isFalse();

        Outcome outcome = accepted(log.export.watch(admin, asked.id())).outcome();
        byte[] file = ALog.whole(accepted(log.export.fetch(admin, asked.id())));
        assertThat(outcome).isEqualTo(new Outcome.Ready(FileDigest.of(file), 1, 1));
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("2027-03-02 김민수 100-120 TAGGED");
        assertThat(refused(log.export.watch(anAdminOf(log.givenCompany()), asked.id())))
                .isEqualTo(new NotFound(Thing.DRIVING_LOG_EXPORT));
    }

    @Test
    void two_exports_of_the_same_data_are_the_same_file() {
        LogExport one = exported(MARCH);
        LogExport other = exported(MARCH);

        assertThat(one.outcome()).isEqualTo(other.outcome());
    }

    @Test
    void an_odometer_that_runs_backwards_blocks_the_workbook_with_the_row() {
        Use _ = log.given(company, vehicle, driven(kim, true, march("05T09:00"), march("05T10:00"), 140, 160));

        assertThat(exported(MARCH).outcome()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("odometers-block");
            assertThat(refused.facts().get("rows"))
                    .contains(vehicle.toString())
                    .contains("2027-03-05")
                    .contains("140<150");
        });
        assertThat(refused(log.close.close(operator, company, MARCH))).isInstanceOf(OdometersBlock.class);
    }

    @Test
    void a_company_that_owes_no_log_has_no_workbook() {
        succeeds(log.lookAfter.exempt(operator, vehicle, Ground.CARGO, WHY));

        assertThat(refused(log.close.close(operator, company, MARCH))).isEqualTo(new NothingToLog());
    }

    @Test
    void a_period_is_closed_when_it_is_over_and_nothing_is_open_and_its_hash_is_kept() {
        log.clock.moveTo(march("31T23:59"));
        assertThat(refused(log.close.close(operator, company, MARCH))).isEqualTo(new TaxPeriodNotOver(MARCH));
        log.clock.moveTo(at("2027-04-01T00:00"));
        assertThat(refused(log.close.close(operator, company, MARCH))).isEqualTo(new ReviewsOpen(1));
        decidePartly();

        LogClosing closing = accepted(log.close.close(operator, company, MARCH));

        assertThat(accepted(log.queries.closings(admin, company))).containsExactly(closing);
        assertThat(accepted(log.queries.report(admin, company, MARCH)).closing())
                .contains(closing);
        assertThat(closing.rows()).isEqualTo(2);
        assertThat(log.traces.deeds().getLast().after())
                .containsEntry("sheets", closing.sheets().hex());
        assertThat(refused(log.close.close(operator, company, MARCH))).isEqualTo(new LogClosed(MARCH));
    }

    @Test
    void nothing_is_said_any_more_about_a_period_that_is_closed() {
        decidePartly();
        succeeds(log.close.close(operator, company, MARCH));
        TripId trip = new TripId(EntryId.of(tagged.reservation()), 1);
        LogClosed closed = new LogClosed(MARCH);

        assertThat(refused(log.lookAfter.decide(admin, trip.entry(), Verdict.EXCLUDE, WHY)))
                .isEqualTo(closed);
        assertThat(refused(log.lookAfter.correct(admin, trip, new Odometer(1), new Odometer(2), WHY)))
                .isEqualTo(closed);
        assertThat(refused(log.lookAfter.insert(admin, forgotten(150, 180), WHY)))
                .isEqualTo(closed);
    }

    @Test
    void a_closed_period_is_handed_out_as_it_was_to_the_byte_whatever_happens_to_names_and_vehicles() {
        decidePartly();
        LogClosing closing = accepted(log.close.close(operator, company, MARCH));
        rename(kim);
        log.clock.move(Duration.ofDays(1));
        succeeds(log.lookAfter.exempt(operator, vehicle, Ground.CARGO, WHY));

        LogExport export = exported(MARCH);

        assertThat(export.outcome()).isEqualTo(new Outcome.Ready(closing.sheets(), 2, 0));
        assertThat(new String(ALog.whole(accepted(log.export.fetch(admin, export.id()))), StandardCharsets.UTF_8))
                .contains("김민수");
        assertThat(sheet().rows()).hasSize(2);
        assertThat(accepted(log.queries.report(admin, company, APRIL))
                        .vehicles()
                        .getFirst()
                        .exemption())
                .contains(Ground.CARGO);
    }

    @Test
    void what_was_said_while_the_workbook_was_made_is_not_lost() {
        decidePartly();
        LogBinder listening = new LogBinder(log.unitOfWork, log.sources, log.desk, (period, sheets) -> {
            log.given(LogFixtures.aFact(company, vehicle, new LogFact.Exempted(Ground.CARGO)));
            return log.workbooks.write(period, sheets);
        });
        CloseDrivingLog close = new CloseDrivingLogService(
                log.unitOfWork,
                log.fleet.companies,
                log.facts,
                log.closings,
                log.files,
                listening,
                log.traces.journal(),
                log.clock);

        assertThat(refused(close.close(operator, company, MARCH))).isEqualTo(new LogChangedMeanwhile());
        assertThat(accepted(log.queries.closings(admin, company))).isEmpty();
    }

    @Test
    void an_export_that_fails_is_told_and_can_be_asked_for_again() {
        LogBinder failing = new LogBinder(log.unitOfWork, log.sources, log.desk, (_, _) -> {
            throw new IllegalStateException("no disk");
        });
        ExportDrivingLog export = new ExportDrivingLogService(
                log.unitOfWork, log.fleet.companies, log.exports, log.files, log.desk, failing, log.clock, Ids::next);
        LogExport asked = accepted(export.request(admin, company, MARCH));

        succeeds(export.workOn(aTimer()));

        assertThat(accepted(export.watch(admin, asked.id())).outcome()).isEqualTo(new Outcome.Failed());
    }

    @Test
    void the_sheet_shows_the_names_of_the_form() {
        ShownSheet shown = accepted(log.queries.sheet(admin, vehicle, MARCH));

        assertThat(shown.party().name()).isEqualTo("한빛전자");
        assertThat(shown.drivers()).containsOnlyKeys(kim);
        assertThat(Objects.requireNonNull(shown.drivers().get(kim)))
                .isEqualTo(new ShownSheet.Driver("영업1팀", "김민수"))
                .hasToString("Driver[…]");
        assertThat(accepted(log.queries.entries(admin, vehicle, MARCH))).hasSize(2);
    }

    private void decidePartly() {
        succeeds(log.lookAfter.decide(admin, EntryId.of(partly.reservation()), Verdict.INCLUDE, WHY));
    }

    private Forgotten forgotten(int before, int after) {
        return new Forgotten(
                vehicle,
                kim,
                march("0%dT12:00".formatted(before < 149 ? 2 : 4)),
                march("04T13:00"),
                new Odometer(before),
                new Odometer(after),
                Purpose.BUSINESS);
    }

    private LogExport exported(TaxPeriod period) {
        LogExport asked = accepted(log.export.request(admin, company, period));
        succeeds(log.export.workOn(aTimer()));
        return accepted(log.export.watch(admin, asked.id()));
    }

    private LogSheet sheet() {
        return accepted(log.queries.sheet(admin, vehicle, MARCH)).sheet();
    }

    private void rename(UserId driver) {
        var stored = log.members.of(company, driver).await().indefinitely().orElseThrow();
        var renamed = stored.value()
                .change(CompanyFixtures.profile("김개명"), stored.value().licence())
                .fold(it -> it, refusal -> {
                    throw new AssertionError(refusal);
                });
        var _ = log.members.save(stored.with(renamed)).await().indefinitely();
    }
}
