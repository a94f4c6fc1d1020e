package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before a request can make sense: a vehicle before it is reserved, a reservation in use before it
 * is returned. What is missing is created by requests like any other.
 */
final class Errands {

    private static final int DEEPEST = 6;
    private static final int STEPS_WITH_ONE_COMPANY = 400;

    private final Contract contract;
    private final Memory memory;
    private final Dice dice;
    private final Words words;
    private final Optional<Time> time;
    private final Performer performer;
    private @Nullable UUID home;
    private int steps;

    Errands(Contract contract, Memory memory, Dice dice, Words words, Optional<Time> time, Performer performer) {
        this.contract = contract;
        this.memory = memory;
        this.dice = dice;
        this.words = words;
        this.time = time;
        this.performer = performer;
    }

    /** Sends a sensible request. */
    interface Performer {
        Optional<Received> perform(Operation operation, Scene scene);
    }

    /** The scene of a sensible request, with everything on it. */
    Scene sceneFor(Operation operation) {
        if (steps++ % STEPS_WITH_ONE_COMPANY == 0) {
            home = null;
        }
        return scene(operation, operation.id().equals("reserveVehicle") && dice.percent(20), 0);
    }

    private Scene scene(Operation operation, boolean fromNow, int depth) {
        UUID company = home(depth);
        Scene bare = new Scene(memory, company, null, fromNow, null);
        for (String kind : referred(operation)) {
            for (long there = ready(bare, kind); depth < DEEPEST && there < enough(kind); there++) {
                var _ = created(kind, false, depth + 1);
            }
        }
        Thing subject = operation
                .subject()
                .map(kind -> subject(operation, kind, bare, depth))
                .orElse(null);
        if (operation.id().equals("removeCompanyCard")) {
            perform("addCompanyCard", company, Optional.ofNullable(subject));
        }
        return new Scene(memory, company, subject, fromNow, null);
    }

    private static long ready(Scene scene, String kind) {
        return scene.known(kind).stream()
                .filter(thing -> !kind.equals("reservations") || thing.has("status", "RESERVED"))
                .count();
    }

    /** Of some there is one in the path or in what it names, and another one has to be told. */
    private static int enough(String kind) {
        return kind.equals("vehicles") || kind.equals("reservations") ? 2 : 1;
    }

    private UUID home(int depth) {
        if (home == null) {
            UUID made = dice.uuid();
            home = made;
            home = created("companies", false, depth + 1).map(Thing::id).orElse(made);
        }
        return home;
    }

    /** Everything that the body or the query names by an id. */
    private List<String> referred(Operation operation) {
        List<String> names = new ArrayList<>();
        operation
                .body()
                .map(contract::resolve)
                .ifPresent(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
        operation.parameters("query").stream().map(Parameter::name).forEach(names::add);
        return names.stream()
                .map(Scene::kindOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Thing subject(Operation operation, String kind, Scene bare, int depth) {
        String step = operation.lastWord();
        if (kind.equals("companies") && !step.equals("retirement")) {
            return memory.thing(kind, bare.company()).orElseGet(() -> stranger(kind, bare.company()));
        }
        List<Thing> fit = memory.all(
                kind, thing -> thing.belongsTo(bare.company()) && wanted(step).test(thing));
        boolean ends = step.equals("retirement") || step.equals("release") || step.equals("closure");
        boolean renew = depth == 0 && (ends || dice.percent(3));
        Optional<Thing> made =
                depth < DEEPEST && (fit.isEmpty() || renew) ? madeFor(step, kind, depth + 1) : Optional.empty();
        Thing chosen = made.orElseGet(() -> fit.isEmpty() ? stranger(kind, dice.uuid()) : dice.pick(fit));
        return operation.takesHeader("If-Match") && chosen.etag().isEmpty() ? looked(chosen) : chosen;
    }

    private Predicate<Thing> wanted(String step) {
        return switch (step) {
            case "start" -> thing -> thing.has("status", "RESERVED") && thing.hasBegun(words.now());
            case "return", "forced-return", "hand-overs" -> thing -> thing.has("status", "IN_USE");
            case "acceptance", "decline", "recall" -> thing -> thing.has("status", "OFFERED");
            case "late-return", "no-show" -> _ -> false;
            case "vehicle", "vehicle-swap" -> thing -> thing.has("status", "RESERVED");
            case "cancellation" -> thing -> thing.has("status", "RESERVED") || thing.has("status", "SCHEDULED");
            case "arrival" -> thing -> thing.has("status", "IN_PROGRESS");
            case "annulment" -> thing -> thing.has("status", "COMPLETED");
            case "departure", "completion" -> this::isDue;
            case "confirmation" -> thing -> thing.has("status", "CALCULATED");
            case "posting" -> thing -> thing.has("status", "CONFIRMED") || thing.has("status", "POSTING");
            case "reversal" -> thing -> thing.has("status", "CONFIRMED");
            case "enablement" -> Errands::isDisabled;
            case "disablement" -> thing -> !isDisabled(thing);
            case "period" -> thing -> thing.has("status", "RESERVED") || thing.has("status", "IN_USE");
            default -> Scene::isUsable;
        };
    }

    private boolean isDue(Thing run) {
        return run.has("status", "SCHEDULED")
                && new Scene(memory, run.id(), run, false, null)
                        .departure()
                        .filter(departure -> departure.isBefore(words.now()))
                        .isPresent();
    }

    private static boolean isDisabled(Thing thing) {
        return thing.has("status", "DISABLED") || thing.has("enabled", "false");
    }

    private Optional<Thing> madeFor(String step, String kind, int depth) {
        if (kind.equals("runs")) {
            return run(step, depth);
        }
        if (kind.equals("driving-log-entries")) {
            return logEntry(depth);
        }
        return switch (step) {
            case "start" -> begun(depth);
            case "return", "forced-return", "hand-overs" -> inUse(depth);
            case "substitutions", "withdrawal" -> kind.equals("slots") ? served(depth) : created(kind, false, depth);
            case "enablement" -> disabled(kind, depth);
            case "no-show" -> aged(begun(depth));
            case "late-return" -> aged(inUse(depth));
            default -> created(kind, false, depth);
        };
    }

    /** A slot with a timetable, and what it asks for on the days around today; as far along as the step needs it. */
    private Optional<Thing> run(String step, int depth) {
        Optional<Thing> slot = created("slots", false, depth).map(this::looked);
        UUID company = home(depth);
        for (String errand : List.of("scheduleSlot", "planRuns", "listRuns", "listRuns", "listRuns")) {
            perform(errand, company, slot);
        }
        Optional<Thing> due = memory.all("runs", thing -> thing.belongsTo(company) && isDue(thing)).stream()
                .findFirst()
                .map(this::looked);
        if (due.isPresent() && step.equals("arrival")) {
            perform("reportDeparture", company, due);
        } else if (due.isPresent() && step.equals("annulment")) {
            perform("reportCompletion", company, due);
        }
        return memory.all("runs", wanted(step)).stream().findFirst();
    }

    private void perform(String errand, UUID company, Optional<Thing> subject) {
        Scene scene = new Scene(memory, company, subject.orElse(null), false, null);
        Optional<Received> _ = contract.operation(errand).flatMap(operation -> performer.perform(operation, scene));
    }

    /** A vehicle and a driver that nothing keeps from each other, and a reservation that has begun. */
    private Optional<Thing> begun(int depth) {
        var _ = created("vehicles", false, depth);
        var _ = created("members", false, depth);
        return created("reservations", true, depth);
    }

    /** A trip that was noted by hand, once it was seen in the log. */
    private Optional<Thing> logEntry(int depth) {
        Optional<Thing> vehicle = created("vehicles", false, depth);
        perform("insertTrip", home(depth), vehicle);
        perform("listDrivingLogEntries", home(depth), vehicle);
        return memory.all("driving-log-entries").stream().reduce((_, last) -> last);
    }

    /** A slot that a vehicle serves. */
    private Optional<Thing> served(int depth) {
        Optional<Thing> slot = created("slots", false, depth).map(this::looked);
        perform("dispatchVehicle", home(depth), slot);
        return slot;
    }

    private Optional<Thing> disabled(String kind, int depth) {
        Optional<Operation> disable = contract.operations().stream()
                .filter(operation -> operation.lastWord().equals("disablement")
                        && operation.subject().equals(Optional.of(kind)))
                .findFirst();
        Optional<Thing> made = created(kind, false, depth).map(this::looked);
        if (disable.isEmpty() || made.isEmpty()) {
            return made;
        }
        Optional<Received> _ =
                performer.perform(disable.get(), new Scene(memory, home(depth), made.get(), false, null));
        return memory.thing(kind, made.get().id());
    }

    private Optional<Thing> inUse(int depth) {
        Optional<Operation> start = contract.operation("startReservation");
        Optional<Thing> begun = begun(depth);
        if (start.isEmpty() || begun.isEmpty()) {
            return Optional.empty();
        }
        Scene scene = new Scene(memory, home(depth), begun.get(), false, null);
        return performer
                .perform(start.get(), scene)
                .filter(Received::isAccepted)
                .flatMap(_ -> memory.thing("reservations", begun.get().id()));
    }

    /** The same a day later, if time can be made to pass here. */
    private Optional<Thing> aged(Optional<Thing> reservation) {
        reservation.ifPresent(known ->
                time.ifPresent(passing -> passing.pass(UUID.fromString(known.text("vehicle")), Duration.ofDays(1))));
        return reservation;
    }

    /** What a step on something else makes. */
    private static final Map<String, String> MADE_BY = Map.of("settlements", "calculateSettlement");

    private Optional<Thing> created(String kind, boolean fromNow, int depth) {
        Optional<Operation> creator = contract.operations().stream()
                .filter(operation -> operation.method().equals("POST")
                        && (operation.lastWord().equals(kind) || operation.id().equals(MADE_BY.get(kind))))
                .findFirst();
        if (creator.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        Scene scene = scene(creator.get(), fromNow, depth);
        return performer
                .perform(creator.get(), scene)
                .filter(Received::isAccepted)
                .map(Memory::read)
                .map(body -> body.path("id"))
                .filter(JsonNode::isTextual)
                .flatMap(id -> memory.thing(kind, UUID.fromString(id.asText())));
    }

    /** The same thing with its version, which lists do not tell. */
    Thing looked(Thing thing) {
        Optional<Operation> look = contract.operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && operation.endsWithId()
                        && operation.subject().equals(Optional.of(thing.kind())))
                .findFirst();
        Optional<Received> seen = look.flatMap(
                operation -> performer.perform(operation, new Scene(memory, home(DEEPEST), thing, false, null)));
        if (seen.filter(answer -> answer.status() == 404).isPresent()) {
            memory.forget(thing);
        }
        return memory.thing(thing.kind(), thing.id()).orElse(thing);
    }

    /** Something that nobody has heard of. */
    private static Thing stranger(String kind, UUID id) {
        return new Thing(kind, id, "\"0\"", JsonNodeFactory.instance.objectNode());
    }
}
