package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.drivinglog.Completeness;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.NothingToLog;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.OdometersBlock;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.drivinglog.OdometerFinding;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Makes a company's workbook. Every vehicle is checked before the first cell is written, and laid out again when its turn
 * comes: a log of a year is held in memory for one vehicle at a time.
 */
public final class LogBinder {

    private final UnitOfWork unitOfWork;
    private final LogSources sources;
    private final LogDesk desk;
    private final DrivingLogWorkbooks workbooks;

    public LogBinder(UnitOfWork unitOfWork, LogSources sources, LogDesk desk, DrivingLogWorkbooks workbooks) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.desk = desk;
        this.workbooks = workbooks;
    }

    /** @param completeness of all the company's vehicles, the exempt ones among them */
    record Bound(byte[] file, Completeness completeness, long rows) {}

    /** What is looked at before anything is written. */
    private record Checked(
            List<VehicleId> owing, List<OdometerFinding.Backwards> blocking, Completeness completeness, long rows) {

        static Checked of(VehicleLog log) {
            LogSheet sheet = log.sheet();
            return log.exemption().isEmpty()
                    ? new Checked(
                            List.of(log.vehicle()),
                            sheet.blocking(),
                            log.completeness(),
                            sheet.rows().size())
                    : new Checked(List.of(), List.of(), log.completeness(), 0);
        }

        static Checked all(List<Checked> each) {
            return new Checked(
                    each.stream().flatMap(it -> it.owing().stream()).toList(),
                    each.stream().flatMap(it -> it.blocking().stream()).toList(),
                    each.stream().map(Checked::completeness).reduce(Completeness.NOTHING, Completeness::and),
                    each.stream().mapToLong(Checked::rows).sum());
        }
    }

    Uni<Decision<Bound, Refusal>> bind(Company company, TaxPeriod period) {
        return unitOfWork
                .reading(() -> sources.vehicles(company.id(), period))
                .chain(vehicles -> LogDesk.each(
                        vehicles, vehicle -> log(company, period, vehicle).map(Checked::of)))
                .map(Checked::all)
                .chain(checked -> write(company, period, checked));
    }

    private Uni<VehicleLog> log(Company company, TaxPeriod period, VehicleId vehicle) {
        return unitOfWork.reading(() -> desk.log(company.id(), vehicle, period));
    }

    private Uni<Decision<Bound, Refusal>> write(Company company, TaxPeriod period, Checked checked) {
        if (!checked.blocking().isEmpty()) {
            return Uni.createFrom().item(Decision.refuse(new OdometersBlock(checked.blocking())));
        }
        if (checked.owing().isEmpty()) {
            return Uni.createFrom().item(Decision.refuse(new NothingToLog()));
        }
        Iterator<VehicleId> vehicles = checked.owing().iterator();
        return workbooks
                .write(period, () -> next(company, period, vehicles))
                .map(file -> Decision.accept(new Bound(file, checked.completeness(), checked.rows())));
    }

    private Uni<Optional<ShownSheet>> next(Company company, TaxPeriod period, Iterator<VehicleId> vehicles) {
        return vehicles.hasNext()
                ? sheet(company, period, vehicles.next()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<ShownSheet> sheet(Company company, TaxPeriod period, VehicleId vehicle) {
        return unitOfWork.reading(() -> desk.log(company.id(), vehicle, period).chain(log -> desk.shown(company, log)));
    }
}
