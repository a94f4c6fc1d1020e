package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One OData service: its set, and how its records come to be. */
final class Service {

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z_]+)(?:\\((.*)\\))?");
    private static final Pattern KEY = Pattern.compile("([A-Za-z]+)=((?:datetime)?'(?:[^']|'')*')(?:,|$)");

    private final String name;
    private final String set;
    private final EntityType type;
    private final Records records;
    private final Making making;
    private final Optional<Equipment> equipment;

    /** Makes and checks what is created. */
    interface Making {
        Entity create(Entity asked);
    }

    private Service(
            String name, String set, EntityType type, Records records, Making making, Optional<Equipment> equipment) {
        this.name = name;
        this.set = set;
        this.type = type;
        this.records = records;
        this.making = making;
        this.equipment = equipment;
    }

    static Service of(MemoRequests memos, Records records) {
        return new Service(
                memos.memo().service(),
                memos.memo().set(),
                memos.memo().type(),
                records,
                memos::create,
                Optional.empty());
    }

    static Service of(Equipment equipment, Records records) {
        return new Service(
                "API_EQUIPMENT",
                Equipment.SET,
                Catalogue.EQUIPMENT,
                records,
                equipment::create,
                Optional.of(equipment));
    }

    String name() {
        return name;
    }

    /** @param path what follows the service's name */
    Reply answer(Request request, List<String> path, String address) {
        if (path.isEmpty() || path.getFirst().isEmpty()) {
            return Reply.of(200, document());
        }
        request.mustAcceptJson();
        Matcher segment = SEGMENT.matcher(path.getFirst());
        if (!segment.matches()) {
            throw SapRefusal.notFound(path.getFirst());
        }
        Rendering rendering = new Rendering(
                address, name, request.query().selected(type), request.query().expanded(type));
        if (segment.group(1).equals("InstallEquipment") || segment.group(1).equals("DismantleEquipment")) {
            return move(segment.group(1), request, rendering);
        }
        if (!segment.group(1).equals(set)) {
            throw SapRefusal.notFound(segment.group(1));
        }
        String key = segment.group(2);
        return key == null ? ofSet(request, rendering) : ofRecord(request, rendering, canonical(key), path);
    }

    private ObjectNode document() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode sets = body.putObject("d").putArray("EntitySets");
        sets.add(set);
        return body;
    }

    private Reply ofSet(Request request, Rendering rendering) {
        return switch (request.method()) {
            case "GET", "HEAD" -> {
                List<Entity> found = records.all(set).stream()
                        .filter(request.query().filter(type))
                        .toList();
                yield Reply.of(
                        200,
                        rendering.several(
                                set,
                                request.query().page(found),
                                Optional.of(found.size())
                                        .filter(_ -> request.query().counts())));
            }
            case "POST" -> {
                request.mustCarryJson();
                Entity created = making.create(Payload.created(type, request.body()));
                Rendering whole = new Rendering(rendering.service(), name, List.of(), expandedBy(created));
                yield Reply.of(201, whole.one(set, created))
                        .with("Location", rendering.service() + "/" + set + created.key())
                        .with("ETag", created.etag());
            }
            default -> throw notAllowed(request);
        };
    }

    /** A deep insert is answered with what was inserted. */
    private static List<String> expandedBy(Entity created) {
        return created.children().entrySet().stream()
                .filter(way -> !way.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Reply ofRecord(Request request, Rendering rendering, String key, List<String> path) {
        Entity found = records.find(set, key).orElseThrow(() -> SapRefusal.notFound(set + key));
        return switch (request.method()) {
            case "GET", "HEAD" ->
                path.size() > 1
                        ? ofChildren(rendering, found, path.get(1))
                        : Reply.of(200, rendering.one(set, found)).with("ETag", found.etag());
            case "PATCH", "MERGE" -> {
                request.mustCarryJson();
                Entity changed = records.change(set, key, before -> {
                    mustMatch(request, before, true);
                    Entity after = Payload.changed(before, request.body());
                    Equipment.checkYear(after);
                    return after;
                });
                yield Reply.empty(204).with("ETag", changed.etag());
            }
            default -> throw notAllowed(request);
        };
    }

    private static Reply ofChildren(Rendering rendering, Entity found, String way) {
        EntityType child = found.type().children().get(way);
        if (child == null) {
            throw SapRefusal.notFound(way);
        }
        String childSet = child.name().replaceAll("Type$", "");
        return Reply.of(200, rendering.several(childSet, found.children(way), Optional.empty()));
    }

    private Reply move(String action, Request request, Rendering rendering) {
        Equipment movable = equipment.orElseThrow(() -> SapRefusal.notFound(action));
        if (!request.method().equals("POST")) {
            throw notAllowed(request);
        }
        String key = "(Equipment=%s,ValidityEndDate=%s)"
                .formatted(parameter(request, "Equipment"), parameter(request, "ValidityEndDate"));
        String location = (String) literal(new EdmType.Text(40, true), parameter(request, "FunctionalLocation"));
        LocalDateTime day =
                (LocalDateTime) literal(new EdmType.Date(), parameter(request, "EquipmentInstallationDate"));
        LocalTime time = (LocalTime) literal(new EdmType.Time(), parameter(request, "EquipmentInstallationTime"));
        LocalDateTime at = day.toLocalDate().atTime(time);
        Entity moved = records.change(set, canonical(key.substring(1, key.length() - 1)), before -> {
            mustMatch(request, before, false);
            return action.equals("InstallEquipment")
                    ? movable.install(before, location, at)
                    : movable.dismantle(before, location, at);
        });
        return Reply.of(200, rendering.one(set, moved)).with("ETag", moved.etag());
    }

    private static String parameter(Request request, String parameter) {
        String given = request.query().options().get(parameter);
        if (given == null) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/024", "Parameter %s is missing".formatted(parameter));
        }
        return given;
    }

    private static Object literal(EdmType type, String given) {
        try {
            return type.parseLiteral(given);
        } catch (IllegalArgumentException _) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/176", "Invalid parameter %s".formatted(given));
        }
    }

    private static void mustMatch(Request request, Entity before, boolean required) {
        String match = request.header("If-Match");
        if (match == null && required) {
            throw new SapRefusal(428, "/IWBEP/CM_MGW_RT/170", "Precondition required: If-Match is missing");
        }
        if (match != null && !match.equals("*") && !match.equals(before.etag())) {
            throw new SapRefusal(412, "/IWBEP/CM_MGW_RT/171", "Precondition failed: the record has changed");
        }
    }

    /** The key in the form in which records keep it. */
    private String canonical(String given) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given.startsWith("'") && type.keys().size() == 1) {
            values.put(type.keys().getFirst(), literalOf(type.keys().getFirst(), given));
        } else {
            Matcher parts = KEY.matcher(given);
            int end = 0;
            while (parts.find(end) && parts.start() == end) {
                values.put(parts.group(1), literalOf(parts.group(1), parts.group(2)));
                end = parts.end();
            }
            if (end != given.length()) {
                throw SapRefusal.bad("/IWBEP/CM_MGW_RT/025", "Invalid key predicate");
            }
        }
        if (!values.keySet().equals(java.util.Set.copyOf(type.keys()))) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/025", "Invalid key predicate: every key property is needed");
        }
        return new Entity(type, values, Map.of()).key();
    }

    private Object literalOf(String property, String given) {
        EntityType.Property known =
                type.property(property).orElseThrow(() -> SapRefusal.invalidProperty(property, type.name()));
        return literal(Objects.requireNonNull(known).type(), given);
    }

    private static SapRefusal notAllowed(Request request) {
        return new SapRefusal(405, "/IWBEP/CM_MGW_RT/026", "Method %s is not allowed here".formatted(request.method()));
    }
}
