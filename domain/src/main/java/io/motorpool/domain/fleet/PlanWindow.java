package io.motorpool.domain.fleet;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a company's business plan: weekly hours within a contract term in which the company has a vehicle to
 * itself. Expanded into dates they are the vehicle's business occupancy, on which the driving log rests (C6).
 */
public record PlanWindow(
        PlanWindowId id, CompanyId company, VehicleId vehicle, ContractTerm term, WeeklyHours hours, boolean retired) {

    public static PlanWindow agree(
            PlanWindowId id, CompanyId company, VehicleId vehicle, ContractTerm term, WeeklyHours hours) {
        return new PlanWindow(id, company, vehicle, term, hours, false);
    }

    public Decision<PlanWindow, FleetRefusal> change(ContractTerm newTerm, WeeklyHours newHours) {
        return retired
                ? refuse(new FleetRefusal.PlanWindowRetired())
                : accept(new PlanWindow(id, company, vehicle, newTerm, newHours, false));
    }

    public Decision<PlanWindow, FleetRefusal> retire() {
        return retired
                ? refuse(new FleetRefusal.PlanWindowRetired())
                : accept(new PlanWindow(id, company, vehicle, term, hours, true));
    }

    /** Refuses when another living window of the vehicle covers some of the same hours: exclusive use is agreed once. */
    public Decision<PlanWindow, FleetRefusal> besides(List<PlanWindow> others) {
        return others.stream().anyMatch(this::clashesWith)
                ? refuse(new FleetRefusal.PlanWindowOverlaps())
                : accept(this);
    }

    /** The hours of this window that fall into the period, clipped to it, in order. */
    public List<Period> within(Period period) {
        if (retired) {
            return List.of();
        }
        return beginningsAround(period)
                .map(hours::on)
                .flatMap(window -> window.intersection(period).stream())
                .toList();
    }

    private Stream<LocalDate> beginningsAround(Period period) {
        LocalDate first = later(term.from(), seoulDate(period.start()).minusDays(1));
        LocalDate last = earlier(term.until(), seoulDate(period.end()));
        return first.isAfter(last)
                ? Stream.empty()
                : first.datesUntil(last.plusDays(1)).filter(hours::beginsOn);
    }

    /** A week of common term shows every pair of hours that can meet; a day before and after covers midnight. */
    private boolean clashesWith(PlanWindow other) {
        if (retired || other.retired || other.id.equals(id) || !other.vehicle.equals(vehicle)) {
            return false;
        }
        LocalDate from = later(term.from(), other.term.from()).minusDays(1);
        LocalDate until = earlier(earlier(term.until(), other.term.until()), from.plusDays(9))
                .plusDays(2);
        if (!from.isBefore(until)) {
            return false;
        }
        Period sample = new Period(startOf(from), startOf(until));
        List<Period> theirs = other.within(sample);
        return within(sample).stream().anyMatch(mine -> theirs.stream().anyMatch(mine::overlaps));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(BusinessZone.SEOUL).toInstant();
    }

    private static LocalDate seoulDate(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessZone.SEOUL);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
