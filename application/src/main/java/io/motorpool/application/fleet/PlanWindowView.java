package io.motorpool.application.fleet;

import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a business plan as callers see it. */
public record PlanWindowView(
        PlanWindowId id,
        CompanyId company,
        VehicleId vehicle,
        ContractTerm term,
        WeeklyHours hours,
        boolean retired,
        Version version) {

    static PlanWindowView of(Versioned<PlanWindow> stored) {
        PlanWindow window = stored.value();
        return new PlanWindowView(
                window.id(),
                window.company(),
                window.vehicle(),
                window.term(),
                window.hours(),
                window.retired(),
                stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of(
                "vehicle", vehicle.toString(),
                "from", term.from().toString(),
                "until", term.until().toString(),
                "days", hours.days().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                "startTime", hours.from().toString(),
                "endTime", hours.until().toString(),
                "retired", Boolean.toString(retired));
    }
}
