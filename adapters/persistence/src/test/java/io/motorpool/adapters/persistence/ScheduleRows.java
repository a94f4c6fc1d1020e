package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** States of schedules, written as rows: how they come about is not what these tests are about. */
public final class ScheduleRows {

    private static final Duration LENGTH = Duration.ofHours(1);

    private final PostgresContract store;

    public ScheduleRows(PostgresContract store) {
        this.store = store;
    }

    public void reservation(CompanyId company, VehicleId vehicle, UserId driver, String status, Instant start) {
        boolean waiting = status.equals("RESERVED");
        store.given(
                """
                INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at,
                                         turnaround_minutes, corporate, created_at, status, at_risk, no_show_from, ended_at)
                VALUES (:id, 0, :company, :vehicle, :driver, CAST(CAST(:start AS text) AS timestamptz), CAST(CAST(:end AS text) AS timestamptz), 0,
                        true, CAST(CAST(:start AS text) AS timestamptz), :status, false,
                        CAST(NULLIF(:noShowFrom, '') AS timestamptz), CAST(NULLIF(:endedAt, '') AS timestamptz))""",
                Map.of(
                        "id", Ids.next(),
                        "company", company.value(),
                        "vehicle", vehicle.value(),
                        "driver", driver.value(),
                        "start", start.toString(),
                        "end", start.plus(LENGTH).toString(),
                        "status", status,
                        "noShowFrom", waiting ? start.toString() : "",
                        "endedAt", waiting ? "" : start.toString()));
    }

    public void occupancy(CompanyId company, VehicleId vehicle, String kind, Instant start, Instant end) {
        store.given(
                """
                INSERT INTO occupancy (id, company_id, vehicle_id, kind, driver_id, in_use, start_at, end_at, kept_until,
                                       clear_at)
                VALUES (:id, :company, :vehicle, :kind, CAST(NULLIF(:driver, '') AS uuid), false,
                        CAST(CAST(:start AS text) AS timestamptz), CAST(CAST(:end AS text) AS timestamptz), CAST(CAST(:end AS text) AS timestamptz),
                        CAST(CAST(:end AS text) AS timestamptz))""",
                Map.of(
                        "id", Ids.next(),
                        "company", company.value(),
                        "vehicle", vehicle.value(),
                        "kind", kind,
                        "driver", kind.equals("RESERVATION") ? Ids.next().toString() : "",
                        "start", start.toString(),
                        "end", end.toString()));
    }
}
