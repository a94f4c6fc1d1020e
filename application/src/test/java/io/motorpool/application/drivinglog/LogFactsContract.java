package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.aFact;
import static io.motorpool.application.drivinglog.LogFixtures.aForgottenTrip;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.Trip;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of facts about logs promises. */
public interface LogFactsContract extends LogGround {

    LogFacts facts();

    @Test
    default void facts_of_every_kind_are_found_as_they_were_said_in_their_order() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        TripId trip = new TripId(new EntryId(Ids.next()), 2);
        Trip forgotten = aForgottenTrip(new UserId(Ids.next()), march("02T09:00"), march("02T10:00"), 10, 20);
        List<LogFact> said = Stream.<LogFact.Content>of(
                        new LogFact.TripInserted(forgotten),
                        new LogFact.Decided(trip.entry(), LogFact.Verdict.EXCLUDE),
                        new LogFact.ReadingsCorrected(trip, new Odometer(1), new Odometer(2)),
                        new LogFact.PurposeStated(trip, Purpose.COMMUTE),
                        new LogFact.Exempted(LogFact.Ground.LIGHT_CAR),
                        new LogFact.ExemptionWithdrawn())
                .map(content -> aFact(company, vehicle, content))
                .toList();
        said.forEach(this::add);

        assertThat(of(vehicle)).isEqualTo(said);
        assertThat(of(givenVehicle(company))).isEmpty();
    }

    @Test
    default void a_trip_that_was_put_in_is_found_by_its_entry() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        Trip forgotten = aForgottenTrip(new UserId(Ids.next()), march("02T09:00"), march("02T10:00"), 10, 20);
        LogFact inserted = aFact(company, vehicle, new LogFact.TripInserted(forgotten));
        add(inserted);
        add(aFact(company, vehicle, new LogFact.Decided(forgotten.id().entry(), LogFact.Verdict.EXCLUDE)));

        assertThat(inTransaction(() -> facts().insertion(forgotten.id().entry())))
                .contains(inserted);
        assertThat(inTransaction(() -> facts().insertion(new EntryId(Ids.next()))))
                .isEmpty();
    }

    @Test
    default void they_are_counted_for_each_company_also_when_many_speak_at_once() {
        CompanyId company = givenCompany();
        VehicleId one = givenVehicle(company);
        VehicleId other = givenVehicle(company);
        CompanyId stranger = givenCompany();
        add(aFact(stranger, givenVehicle(stranger), new LogFact.ExemptionWithdrawn()));

        List<Boolean> _ = AtOnce.times(8, () -> {
            add(aFact(company, one, new LogFact.ExemptionWithdrawn()));
            return true;
        });
        add(aFact(company, other, new LogFact.ExemptionWithdrawn()));

        assertThat(inTransaction(() -> facts().count(company))).isEqualTo(9);
        assertThat(of(one)).hasSize(8);
    }

    private void add(LogFact fact) {
        inTransaction(() -> facts().add(fact));
    }

    private List<LogFact> of(VehicleId vehicle) {
        return inTransaction(() -> facts().of(vehicle));
    }
}
