package io.motorpool.sandbox.sap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes, installs and dismantles equipment. Every movement begins a new period of use: the record under the
 * last day of the calendar is the present one, and the one before stays under the day on which it ended. So whoever looks
 * for a vehicle and forgets the date finds its past as well.
 */
final class Equipment {

    static final String SET = "Equipment";
    static final LocalDateTime PRESENT = LocalDate.of(9999, 12, 31).atStartOfDay();

    private static final int FIRST = 10_000_000;
    private static final Pattern LOCATION = Pattern.compile("MP-[0-9A-Z-]{1,37}");

    private final Records records;
    private final Clock clock;

    Equipment(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Entity create(Entity asked) {
        for (String required : List.of("EquipmentName", "EquipmentCategory", "CompanyCode")) {
            if (asked.text(required).isEmpty()) {
                throw SapRefusal.bad("IE/080", "Enter a value for " + required);
            }
        }
        checkYear(asked);
        return records.add(
                SET,
                "Equipment",
                FIRST,
                blank -> blank.with(asked.values(), List.of())
                        .with(
                                "ValidityStartDate",
                                Optional.ofNullable(asked.value("ValidityStartDate"))
                                        .orElseGet(() -> EdmType.Date.of(LocalDate.now(clock))))
                        .with("ValidityEndDate", PRESENT)
                        .with("EquipmentIsInstalled", false)
                        .with("EquipmentIsInactive", false));
    }

    static void checkYear(Entity asked) {
        String year = asked.text("ConstructionYear");
        if (!year.isEmpty() && !year.matches("(19|20)[0-9]{2}")) {
            throw SapRefusal.bad("IE/091", "%s is no year of construction".formatted(year));
        }
    }

    /** @param at the moment, in local time */
    Entity install(Entity before, String location, LocalDateTime at) {
        if (!LOCATION.matcher(location).matches()) {
            throw SapRefusal.bad("IL/006", "Functional location %s does not exist".formatted(location));
        }
        if (isInstalled(before)) {
            throw SapRefusal.bad(
                    "IE/042",
                    "Equipment %s is already installed at %s"
                            .formatted(before.text("Equipment"), before.text("FunctionalLocation")));
        }
        return move(before, at, location);
    }

    Entity dismantle(Entity before, String location, LocalDateTime at) {
        if (!isInstalled(before) || !before.text("FunctionalLocation").equals(location)) {
            throw SapRefusal.bad(
                    "IE/043", "Equipment %s is not installed at %s".formatted(before.text("Equipment"), location));
        }
        return move(before, at, null);
    }

    private static boolean isInstalled(Entity entity) {
        return Boolean.TRUE.equals(entity.value("EquipmentIsInstalled"));
    }

    private Entity move(Entity before, LocalDateTime at, @Nullable String location) {
        if (at.isBefore(lastMovement(before))) {
            throw SapRefusal.bad("IE/051", "Equipment was moved later than %s already".formatted(at));
        }
        Entity past = before.with("ValidityEndDate", at.toLocalDate().atStartOfDay());
        Entity _ = records.store(SET, past);
        return before.with("FunctionalLocation", location)
                .with("EquipmentIsInstalled", location != null)
                .with("EquipmentInstallationDate", at.toLocalDate().atStartOfDay())
                .with("EquipmentInstallationTime", at.toLocalTime());
    }

    private static LocalDateTime lastMovement(Entity entity) {
        return entity.value("EquipmentInstallationDate") instanceof LocalDateTime day
                        && entity.value("EquipmentInstallationTime") instanceof LocalTime time
                ? day.toLocalDate().atTime(time)
                : LocalDateTime.MIN;
    }
}
