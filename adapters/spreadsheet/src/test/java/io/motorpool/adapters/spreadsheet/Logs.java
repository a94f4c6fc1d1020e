package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.drivinglog.DrivingLogWorkbooks.Sheets;
import io.motorpool.application.drivinglog.ShownSheet;
import io.motorpool.application.drivinglog.ShownSheet.Driver;
import io.motorpool.application.drivinglog.ShownSheet.Party;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Logs to be written. */
final class Logs {

    static final TaxPeriod YEAR = new TaxPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    static final UserId KIM = new UserId(new UUID(1, 1));
    static final UserId LEE = new UserId(new UUID(1, 2));
    private static final CompanyId COMPANY = new CompanyId(new UUID(2, 1));
    private static final VehicleId VEHICLE = new VehicleId(new UUID(3, 1));
    private static final Instant MORNING = Instant.parse("2027-01-03T23:00:00Z");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private Logs() {}

    static ShownSheet shown(String plate, List<Use> uses, Map<UserId, Driver> drivers, LogFact... facts) {
        VehicleLog log = new VehicleLog(VEHICLE, COMPANY, YEAR, List.of(), uses, List.of(facts));
        return new ShownSheet(
                new Party("한빛전자", new BusinessNumber("1208147521")), "아이오닉 5", new Plate(plate), drivers, log.sheet());
    }

    static Use driven(int number, boolean corporate, UserId driver, Instant from, int before, int after) {
        Period period = new Period(from, from.plus(Duration.ofMinutes(9)));
        return new Use(
                new ReservationId(new UUID(4, number)),
                period,
                corporate,
                new Use.Course.Driven(List.of(
                        new Leg(driver, period.start(), period.end(), new Odometer(before), new Odometer(after)))));
    }

    /** As many trips as that in one year, every one of them in the log. */
    static ShownSheet busy(String plate, int trips) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < trips; i++) {
            Instant from = MORNING.plus(Duration.ofMinutes((long) i * (360L * MINUTES_OF_A_DAY) / trips));
            uses.add(driven(i, true, i % 2 == 0 ? KIM : LEE, from, i * 7, i * 7 + (i % 5 == 0 ? 5 : 7)));
        }
        return shown(plate, uses, drivers());
    }

    static Map<UserId, Driver> drivers() {
        return Map.of(KIM, new Driver("영업1팀", "김민수"), LEE, new Driver("총무팀", "이영희"));
    }

    /** Made one after the other, when they are asked for. */
    static Sheets sheets(int count, IntFunction<ShownSheet> made) {
        int[] next = {0};
        return () ->
                Uni.createFrom().item(() -> next[0] < count ? Optional.of(made.apply(next[0]++)) : Optional.empty());
    }
}
