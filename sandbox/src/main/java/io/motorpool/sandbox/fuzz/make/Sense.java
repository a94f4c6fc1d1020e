package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests that should be accepted, unless the world is against it. */
final class Sense {

    private final Contract contract;
    private final Dice dice;
    private final Words words;
    private final Bodies bodies;
    private final Callers callers;
    private final Guests guests;
    private final Casting casting;
    private final UUID administrator;

    Sense(Contract contract, Dice dice, Words words, Callers callers, Guests guests, Casting casting) {
        this.contract = contract;
        this.dice = dice;
        this.words = words;
        this.bodies = new Bodies(contract, dice, words);
        this.callers = callers;
        this.guests = guests;
        this.casting = casting;
        this.administrator = dice.uuid();
    }

    Draft request(Operation operation, Scene scene) {
        String part = casting.pick(operation);
        Caller caller = caller(part, operation, scene);
        boolean drives = caller.describes().startsWith("a MEMBER");
        Scene seen = scene.with(drives ? caller.user() : null);
        Draft draft = new Draft(operation, path(operation, scene), caller);
        draft.plays(part);
        draft.header("Accept", dice.percent(80) ? understood(operation) : "*/*");
        if (operation.takesHeader("If-Match")) {
            draft.header(
                    "If-Match",
                    scene.subject() == null ? "\"0\"" : scene.subject().etag());
        }
        if (operation.takesHeader("Idempotency-Key")) {
            draft.header("Idempotency-Key", dice.uuid().toString());
        }
        for (Parameter parameter : operation.parameters("query")) {
            if (parameter.required() || dice.percent(chance(operation, parameter.name()))) {
                queryValue(operation, parameter, seen).ifPresent(value -> draft.query(parameter.name(), value));
            }
        }
        span(operation, draft);
        if (operation.form()) {
            draft.text(guests.form());
            draft.header("Content-Type", "application/x-www-form-urlencoded");
        }
        operation.upload().ifPresent(type -> upload(type, draft, scene.memory()));
        operation.body().ifPresent(schema -> {
            JsonNode body = bodies.make(schema, seen);
            guests.fit(operation, body);
            draft.body(body);
            draft.header("Content-Type", "application/json");
        });
        return draft;
    }

    /** What was brought before is sent back; else something that only says that it is a file. */
    private void upload(String type, Draft draft, Memory memory) {
        draft.header("Content-Type", type);
        draft.text("PK" + dice.text("abc", dice.between(0, 40)));
        memory.workbook(draft.operation())
                .ifPresent(workbook -> workbook.destination(draft.operation()).ifPresent(target -> {
                    draft.target(target);
                    draft.bytes(workbook.bytes());
                }));
    }

    /** Whatever the operation may answer with, and problems. */
    private static String understood(Operation operation) {
        Stream<String> documented =
                operation.responses().values().stream().flatMap(response -> response.content().keySet().stream());
        return Stream.concat(documented, Stream.of("application/json", "application/problem+json"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String path(Operation operation, Scene scene) {
        String id = scene.subject() == null
                ? scene.company().toString()
                : scene.subject().id().toString();
        String template = operation
                .template()
                .replace("{card}", card(scene))
                .replace("{kid}", key(operation, scene))
                .replace("{month}", words.recentMonth())
                .replace("{number}", scene.memory().number(operation).orElse("VC202612-000017"));
        return template.replaceAll(
                "\\{[^}]*}",
                operation.id().equals("endSession") ? guests.session().toString() : id);
    }

    /** The newest. */
    private static String card(Scene scene) {
        return scene.memory().all("cards").stream()
                .reduce((_, last) -> last)
                .map(thing -> thing.id().toString())
                .orElse("none");
    }

    /** Of the issuer, or of the service that the path names. */
    private String key(Operation operation, Scene scene) {
        if (operation.id().equals("revokeKey") || scene.subject() == null) {
            return guests.keyToRevoke();
        }
        return scene.subject().body().path("keys").path(0).path("kid").asText("unknown");
    }

    Caller caller(String part, Operation operation, Scene scene) {
        return switch (part) {
            case Casting.GUEST -> guests.caller();
            case Casting.ANYBODY -> callers.anybody();
            case "operator" -> callers.division("OPERATOR");
            case "support" -> callers.division("SUPPORT_AGENT");
            case "chauffeur" -> callers.division("CHAUFFEUR");
            case "auditor" -> callers.division("AUDITOR");
            case "clerk" -> callers.division("SETTLEMENT_CLERK");
            case "approver" -> callers.division("SETTLEMENT_APPROVER");
            case "driver" -> callers.of(driver(operation, scene), scene.company(), "MEMBER");
            default -> callers.of(administrator, scene.company(), "COMPANY_ADMIN", "MEMBER");
        };
    }

    /** Whose reservation it is, or whose turn with the key; else anybody who may drive. */
    private UUID driver(Operation operation, Scene scene) {
        String whose =
                switch (operation.id()) {
                    case "acceptKey", "declineKey" -> "recipient";
                    case "withdrawKey" -> "giver";
                    default -> "driver";
                };
        return Optional.ofNullable(scene.subject())
                .filter(subject -> subject.body().has(whose))
                .map(subject -> UUID.fromString(subject.text(whose)))
                .or(() -> scene.reference("driver", dice))
                .orElse(administrator);
    }

    private static int chance(Operation operation, String name) {
        boolean narrow = operation.parameters("query").size() > 3;
        return switch (name) {
            case "limit" -> 70;
            case "cursor" -> 30;
            default -> narrow ? 30 : 50;
        };
    }

    private Optional<String> queryValue(Operation operation, Parameter parameter, Scene scene) {
        JsonNode schema = contract.resolve(parameter.schema());
        if (schema.path("enum").isArray()) {
            return Optional.of(
                    dice.pick(StreamSupport.stream(schema.path("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()));
        }
        return switch (parameter.name()) {
            case "limit" -> Optional.of(Integer.toString(dice.between(1, 100)));
            case "cursor" -> scene.memory().cursor(operation.id());
            case "from", "until" -> Optional.of(words.written(words.spanAhead().start()));
            case "status" -> Optional.of(dice.oneOf("RESERVED", "IN_USE", "RETURNED", "CANCELLED"));
            case "serviceDate" -> Optional.of(words.day(-3, 3).toString());
            case "month" -> Optional.of(words.month());
            case "subject" -> Optional.of(scene.company().toString());
            case "box" -> Optional.of("124.6,33.1,131.8,38.6");
            case "layers" -> Optional.of(dice.oneOf("VIRTUAL_ZONES", "PUBLIC_ZONES,VIRTUAL_ZONES"));
            case "firstDay", "lastDay" -> Optional.empty();
            default -> scene.reference(parameter.name(), dice).map(UUID::toString);
        };
    }

    /** Start and end are asked for together. */
    private void span(Operation operation, Draft draft) {
        List<String> names =
                operation.parameters("query").stream().map(Parameter::name).toList();
        if (names.contains("start") && names.contains("end")) {
            Words.Span span = dice.percent(30) ? words.spanFromNow() : words.spanAhead();
            draft.query("start", words.written(span.start()));
            draft.query("end", words.written(span.end()));
        }
        if (names.contains("firstDay") && names.contains("lastDay")) {
            Words.Days days = words.daysBehind();
            draft.query("firstDay", days.first().toString());
            draft.query("lastDay", days.last().toString());
        }
    }
}
