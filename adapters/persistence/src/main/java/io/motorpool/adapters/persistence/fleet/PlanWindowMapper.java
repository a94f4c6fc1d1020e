package io.motorpool.adapters.persistence.fleet;

import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Between rows and the model. */
final class PlanWindowMapper {

    private PlanWindowMapper() {}

    static Versioned<PlanWindow> toDomain(PlanWindowRow row) {
        return new Versioned<>(
                new PlanWindow(
                        new PlanWindowId(row.id),
                        new CompanyId(row.companyId),
                        new VehicleId(row.vehicleId),
                        new ContractTerm(row.termFrom, row.termUntil),
                        new WeeklyHours(days(row.days), row.fromTime, row.untilTime),
                        row.retired),
                new Version(row.version));
    }

    static PlanWindowRow toRow(Versioned<PlanWindow> window) {
        PlanWindowRow row = new PlanWindowRow();
        row.id = window.value().id().value();
        row.version = window.version().value();
        row.companyId = window.value().company().value();
        row.vehicleId = window.value().vehicle().value();
        row.termFrom = window.value().term().from();
        row.termUntil = window.value().term().until();
        row.days = bits(window.value().hours().days());
        row.fromTime = window.value().hours().from();
        row.untilTime = window.value().hours().until();
        row.retired = window.value().retired();
        return row;
    }

    private static short bits(Set<DayOfWeek> days) {
        return (short) days.stream().mapToInt(PlanWindowMapper::bit).sum();
    }

    private static Set<DayOfWeek> days(short bits) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> (bits & bit(day)) != 0)
                .collect(Collectors.toSet());
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.ordinal();
    }
}
