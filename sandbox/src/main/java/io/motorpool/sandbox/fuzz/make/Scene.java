package io.motorpool.sandbox.fuzz.make;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sensible request is about, so that its parts fit together.
 *
 * @param company to which everything in it belongs
 * @param subject what the id in the path names; absent when there is none
 * @param fromNow whether a reservation begins at once
 * @param actor the user who asks, when that is the driver; absent when somebody acts for a driver
 */
record Scene(
        Memory memory,
        UUID company,
        @Nullable Thing subject,
        boolean fromNow,
        @Nullable UUID actor) {

    Scene with(@Nullable UUID other) {
        return new Scene(memory, company, subject, fromNow, other);
    }

    /** The collection of what a member or parameter of this name refers to. */
    static Optional<String> kindOf(String name) {
        return switch (name) {
            case "zone" -> Optional.of("zones");
            case "vehicle" -> Optional.of("vehicles");
            case "with", "reservation" -> Optional.of("reservations");
            case "driver", "recipient" -> Optional.of("members");
            default -> Optional.empty();
        };
    }

    /** Those that can still be used. */
    List<Thing> known(String kind) {
        return memory.all(kind, thing -> thing.belongsTo(company) && isUsable(thing));
    }

    static boolean isUsable(Thing thing) {
        return !thing.has("status", "RETIRED") && !thing.has("status", "MAINTENANCE");
    }

    /** Something that the name can stand for; the newest where what is wanted has to be free. */
    Optional<UUID> reference(String name, Dice dice) {
        if (name.equals("driver") && actor != null) {
            return Optional.of(actor);
        }
        if (name.equals("company")) {
            return Optional.of(company);
        }
        List<Thing> choices = kindOf(name).map(this::known).orElse(List.of()).stream()
                .filter(thing -> subject == null || isOther(thing, subject))
                .filter(thing -> !name.equals("with") || thing.has("status", "RESERVED"))
                .toList();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Thing chosen = fromNow ? choices.getLast() : dice.pick(choices);
        return Optional.of(chosen.kind().equals("members") ? UUID.fromString(chosen.text("user")) : chosen.id());
    }

    /** Neither the subject itself nor what it has already. */
    private static boolean isOther(Thing thing, Thing subject) {
        String id = thing.id().toString();
        return !subject.id().equals(thing.id()) && !subject.has("vehicle", id);
    }

    /** When the run in the path is to leave. */
    Optional<Instant> departure() {
        return Optional.ofNullable(subject)
                .map(run -> run.text("departure"))
                .filter(departure -> !departure.isEmpty())
                .map(departure -> OffsetDateTime.parse(departure).toInstant());
    }

    /** What the odometer of the vehicle shows at least. */
    int kilometres() {
        if (subject == null) {
            return 0;
        }
        int vehicle = subject.body().has("vehicle")
                ? memory.thing("vehicles", UUID.fromString(subject.text("vehicle")))
                        .map(found -> found.number("odometerKm"))
                        .orElse(0)
                : 0;
        return Math.max(vehicle, subject.number("startOdometerKm"));
    }
}
