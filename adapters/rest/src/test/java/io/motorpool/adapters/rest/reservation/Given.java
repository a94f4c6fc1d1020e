package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import java.time.Instant;

/** What use cases answer with in tests of the edge. */
final class Given {

    static final ReasonBody REASON = new ReasonBody("DRIVER_REQUEST", "called the hotline");
    static final String START = "2027-03-01T09:00:00+09:00";
    static final String END = "2027-03-01T11:00:00+09:00";
    static final Period PERIOD =
            new Period(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-03-01T02:00:00Z"));
    static final Caller MEMBER = Callers.aMemberOf(new CompanyId(Ids.next()));

    /** Started and not back yet, in its fourth version. */
    static final ReservationView RUNNING = new ReservationView(
            new ReservationId(Ids.next()),
            new CompanyId(Ids.next()),
            new VehicleId(Ids.next()),
            MEMBER.user(),
            PERIOD,
            ReservationStatus.IN_USE,
            true,
            false,
            true,
            Instant.parse("2027-03-01T00:05:00Z"),
            new Odometer(12_345),
            null,
            null,
            Instant.parse("2027-02-01T00:00:00Z"),
            new Version(3));

    static final ReservationBody RUNNING_BODY = ReservationBody.of(RUNNING);

    private Given() {}
}
