package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static io.motorpool.application.drivinglog.LogFixtures.driven;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.drivinglog.ShownSheet.Driver;
import io.motorpool.application.drivinglog.ShownSheet.Party;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody promises who makes workbooks of logs. */
public interface DrivingLogWorkbooksContract extends PortContract {

    DrivingLogWorkbooks workbooks();

    @Test
    default void the_same_sheets_give_the_same_bytes_and_others_give_others() {
        List<ShownSheet> sheets = List.of(aSheet("12가3456", "김민수"), aSheet("12가3457", "이영희"));

        byte[] once = write(sheets);
        byte[] again = write(sheets);

        assertThat(again).isEqualTo(once);
        assertThat(write(List.of(aSheet("12가3456", "박민수"), aSheet("12가3457", "이영희"))))
                .isNotEqualTo(once);
    }

    @Test
    default void one_sheet_is_asked_for_after_the_other_and_each_once() {
        Iterator<ShownSheet> sheets =
                List.of(aSheet("12가3456", "김민수"), aSheet("12가3457", "이영희")).iterator();
        int[] asked = {0};

        byte[] _ = result(() -> workbooks().write(MARCH, () -> {
            asked[0]++;
            return Uni.createFrom().item(sheets.hasNext() ? Optional.of(sheets.next()) : Optional.empty());
        }));

        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    default void where_a_sheet_cannot_be_had_there_is_no_workbook() {
        assertThatThrownBy(() -> result(() -> workbooks()
                        .write(MARCH, () -> Uni.createFrom().failure(new IllegalStateException("no sheet")))))
                .hasStackTraceContaining("no sheet");
    }

    private byte[] write(List<ShownSheet> sheets) {
        return result(() -> workbooks().write(MARCH, sheetsOf(sheets)));
    }

    static DrivingLogWorkbooks.Sheets sheetsOf(List<ShownSheet> sheets) {
        Iterator<ShownSheet> rest = sheets.iterator();
        return () -> Uni.createFrom().item(rest.hasNext() ? Optional.of(rest.next()) : Optional.empty());
    }

    static ShownSheet aSheet(String plate, String driver) {
        UserId who = new UserId(new UUID(1, 1));
        VehicleLog log = new VehicleLog(
                new VehicleId(new UUID(2, 2)),
                new CompanyId(new UUID(3, 3)),
                MARCH,
                List.of(),
                List.of(driven(who, true, march("02T09:00"), march("02T10:00"), 100, 120)),
                List.of());
        return new ShownSheet(
                new Party("한빛전자", new BusinessNumber("1208147521")),
                "아이오닉 5",
                new Plate(plate),
                Map.of(who, new Driver("영업1팀", driver)),
                log.sheet());
    }
}
