package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whoever walks through all pages of a search meets each reservation once, whatever is made meanwhile. */
class PagingTest {

    private static final Filter EVERYTHING = new Filter(null, null, null, null, null);

    private AMotorpool motorpool = new AMotorpool();
    private CompanyId company = motorpool.givenCompany();

    /** One instance serves all tries, and each of them begins with nothing. */
    @BeforeTry
    void nothingIsReserved() {
        motorpool = new AMotorpool();
        company = motorpool.givenCompany();
    }

    @Property(tries = 200)
    void a_walk_tells_each_that_was_there_once_and_none_twice(
            @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> hoursBefore,
            @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> hoursMeanwhile,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        ReservationQueries queries = new ReservationQueriesService(
                motorpool.unitOfWork, motorpool.due, motorpool.schedules, motorpool.notes);
        Caller admin = anAdminOf(company);
        List<ReservationId> before =
                hoursBefore.stream().map(this::givenReserved).toList();
        Iterator<Integer> meanwhile = hoursMeanwhile.iterator();
        List<Instant> starts = new ArrayList<>();

        List<ReservationId> told = Walk.through(
                limit,
                page -> accepted(queries.search(admin, Optional.empty(), EVERYTHING, page))
                        .map(view -> {
                            starts.add(view.period().start());
                            return view.id();
                        }),
                () -> {
                    if (meanwhile.hasNext()) {
                        assertThat(givenReserved(meanwhile.next())).isNotNull();
                    }
                });

        assertThat(told).doesNotHaveDuplicates().containsAll(before);
        assertThat(starts).isSorted();
    }

    /** On a vehicle of its own: many begin at the same moment. */
    private ReservationId givenReserved(int hour) {
        Vehicle vehicle = motorpool.givenVehicle(company);
        Period period = new Period(at(hour, 0), at(hour + 1, 0));
        return motorpool
                .given(aReservation(vehicle, motorpool.givenDriver(company), period))
                .id();
    }
}
