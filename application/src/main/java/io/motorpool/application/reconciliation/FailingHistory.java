package io.motorpool.application.reconciliation;

import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history that differs, written as a test of the model that fails as long as it does and passes once both systems agree. It
 * names nobody: names and plates are put in place of the real ones (P19), and what decides stays as it is.
 */
record FailingHistory(LegacyNumber number, List<ChangeEvent> events, Masters masters) {

    private static final String TEST = """
            package io.motorpool.domain.reconciliation;

            import static org.assertj.core.api.Assertions.assertThat;

            import io.motorpool.domain.company.*;
            import io.motorpool.domain.fleet.*;
            import io.motorpool.domain.reservation.ReservationStatus;
            import io.motorpool.domain.shared.*;
            import java.time.Duration;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.UUID;
            import org.junit.jupiter.api.Test;

            class %1$s {

                @Test
                void both_systems_agree() {
                    var masters = Masters.of(
                            List.of(%2$s),
                            List.of(%3$s),
                            List.of(%4$s));
                    List<ChangeEvent> history = List.of(%5$s);

                    assertThat(ShadowComparison.of(%6$s, history, masters)).contains(new Verdict.Match());
                }
            }
            """;

    private static final String NEXT = ",\n                    ";

    /** What the class of the test is called. */
    String name() {
        return "Legacy_%s_Test".formatted(number.value().replaceAll("[^A-Za-z0-9]", "_"));
    }

    /** The source of the test. */
    String asTest() {
        return TEST.formatted(
                name(),
                sorted(masters.companies().values().stream()
                        .map(FailingHistory::company)
                        .toList()),
                sorted(masters.vehicles().values().stream()
                        .map(FailingHistory::vehicle)
                        .toList()),
                sorted(masters.members().values().stream()
                        .map(FailingHistory::member)
                        .toList()),
                events.stream()
                        .sorted(Comparator.comparing(ChangeEvent::position))
                        .map(FailingHistory::event)
                        .collect(Collectors.joining(NEXT, NEXT.substring(1), "")),
                legacy(number));
    }

    private static String sorted(List<String> values) {
        return values.stream().sorted().collect(Collectors.joining(NEXT));
    }

    private static String company(Company company) {
        return "new Company(%s, \"회사\", new BusinessNumber(\"1208147521\"), BillingPolicy.%s, CompanyStatus.%s)"
                .formatted(id("CompanyId", company.id().value()), company.billingPolicy(), company.status());
    }

    private static String vehicle(Vehicle vehicle) {
        return """
                new Vehicle(%s, %s, %s, new VehicleDescription(new Plate("12가3456"), new Vin("KMHE341DBKA123456"), \
                "차량", %d, Ownership.%s, Duration.parse("%s"), Drive.USUAL), new Odometer(0), VehicleStatus.%s)""".formatted(
                        id("VehicleId", vehicle.id().value()),
                        id("CompanyId", vehicle.company().value()),
                        id("ZoneId", vehicle.zone().value()),
                        vehicle.description().seats(),
                        vehicle.description().ownership(),
                        vehicle.description().turnaround(),
                        vehicle.status());
    }

    private static String member(Member member) {
        return """
                new Member(%s, %s, %s, new MemberProfile(new PersonName("운전자"), "부서", MemberRole.%s, %s), %s, \
                MemberStatus.%s)""".formatted(
                        id("MemberId", member.id().value()),
                        id("CompanyId", member.company().value()),
                        id("UserId", member.user().value()),
                        member.profile().role(),
                        member.profile().acceptsHandOver(),
                        licence(member.licence()),
                        member.status());
    }

    private static String licence(@Nullable Licence licence) {
        return licence == null
                ? "null"
                : "new Licence(LicenceClass.%s, LocalDate.parse(\"%s\"))"
                        .formatted(licence.licenceClass(), licence.expiry());
    }

    private static String event(ChangeEvent event) {
        return "new ChangeEvent(%s, \"%s\", new Position(%dL, %d), %s, %s)"
                .formatted(
                        legacy(event.number()),
                        escaped(event.key()),
                        event.position().log(),
                        event.position().order(),
                        instant(event.at()),
                        change(event.change()));
    }

    private static String change(ChangeEvent.Change change) {
        return switch (change) {
            case Created(var after) -> "new ChangeEvent.Created(%s)".formatted(image(after));
            case Updated(var after) -> "new ChangeEvent.Updated(%s)".formatted(image(after));
            case Read(var after) -> "new ChangeEvent.Read(%s)".formatted(image(after));
            case Deleted _ -> "new ChangeEvent.Deleted()";
        };
    }

    /** What could not be read may name people, so it is left out. */
    private static String image(Image image) {
        return switch (image) {
            case Image.Unreadable _ -> "new Image.Unreadable(\"{}\", \"unreadable\")";
            case Image.Readable(var row) -> "new Image.Readable(%s)".formatted(row(row));
        };
    }

    private static String row(LegacyRow row) {
        return "new LegacyRow(%s, %s, %s, new Period(%s, %s), %s, ReservationStatus.%s, %s, %s, %s, %s)"
                .formatted(
                        id("CompanyId", row.company().value()),
                        id("VehicleId", row.vehicle().value()),
                        id("UserId", row.driver().value()),
                        instant(row.period().start()),
                        instant(row.period().end()),
                        row.corporate(),
                        row.status(),
                        instant(row.startedAt()),
                        odometer(row.startOdometer()),
                        instant(row.returnedAt()),
                        odometer(row.endOdometer()));
    }

    private static String legacy(LegacyNumber number) {
        return "new LegacyNumber(\"%s\")".formatted(escaped(number.value()));
    }

    private static String id(String type, UUID value) {
        return "new %s(UUID.fromString(\"%s\"))".formatted(type, value);
    }

    private static String instant(@Nullable Instant instant) {
        return instant == null ? "null" : "Instant.parse(\"%s\")".formatted(instant);
    }

    private static String odometer(@Nullable Odometer odometer) {
        return odometer == null ? "null" : "new Odometer(%d)".formatted(odometer.km());
    }

    /** Keys and numbers are a stranger's text: nothing of it may end the string that it is written into. */
    private static String escaped(String text) {
        return text.chars().mapToObj(FailingHistory::escaped).collect(Collectors.joining());
    }

    /** Not as a Unicode escape where that would be a quote or a line's end before the string is even looked at. */
    private static String escaped(int character) {
        if (character == '"' || character == '\\') {
            return "\\" + (char) character;
        }
        if (character < ' ') {
            return "\\%03o".formatted(character);
        }
        return character > '~' ? "\\u%04x".formatted(character) : Character.toString(character);
    }
}
