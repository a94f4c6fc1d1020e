package io.motorpool.sandbox.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.standin.Call;
import io.motorpool.sandbox.standin.Diary;
import io.motorpool.sandbox.standin.Refused;
import io.motorpool.sandbox.standin.Reply;
import io.motorpool.sandbox.standin.Service;
import io.motorpool.sandbox.standin.StandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The devices and what they are told. Orders about keys are numbered by whoever gives them: a device carries out each
 * number once, tells again that it has when it is asked again, and takes no lower one and no other order under the same
 * number. Commands have an id of their own and name the order about keys that they were given under; one that was given
 * under an earlier one is not carried out. A vehicle is fitted with a device when it is first spoken to.
 */
public final class Telematics implements Service {

    /** What opens it. It listens on this machine only, and holds nothing that is worth a secret. */
    static final String SECRET = "telematics-only-on-this-machine";

    private final Map<UUID, Device> devices = new HashMap<>();
    private final Map<UUID, String> commands = new HashMap<>();
    private final Map<UUID, Mood> moods = new HashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final Diary diary;
    private Mood ofAll = Mood.WELL;

    private Telematics(Path folder) {
        this.diary = Diary.open(folder.resolve("devices.diary"), this::remember);
    }

    /** With kept devices, not started yet. */
    public static StandIn<Telematics> in(Path folder, int port) {
        return StandIn.in(folder, port, SECRET, Telematics::new);
    }

    /** For one occasion, not started yet. */
    public static StandIn<Telematics> temporary() {
        return StandIn.temporary("telematics", SECRET, Telematics::new);
    }

    private void remember(JsonNode line) {
        Device device = Device.of(line.path("device"));
        devices.put(device.id(), device);
        if (line.has("command")) {
            commands.put(
                    UUID.fromString(line.path("command").asText()),
                    line.path("told").asText());
        }
    }

    /** How every device is that has no mood of its own. */
    public synchronized void mood(Mood all) {
        ofAll = all;
        moods.clear();
    }

    public synchronized void mood(UUID device, Mood mood) {
        moods.put(device, mood);
    }

    /** It was driven, or somebody sits in it. */
    public synchronized void drive(UUID device, boolean ignitionOn, long odometerKm) {
        keep(of(device).with(ignitionOn, odometerKm));
    }

    public synchronized Device look(UUID device) {
        return of(device);
    }

    public synchronized Collection<Device> all() {
        return List.copyOf(devices.values());
    }

    @Override
    public synchronized Reply answer(Call call) {
        if (call.is("GET", "/v1/devices/*")) {
            UUID device = call.idInPath(2);
            return overTheAir(device, () -> acknowledged(device));
        }
        if (call.is("PUT", "/v1/devices/*/keys/*")) {
            UUID device = call.idInPath(2);
            long number = number(call);
            UUID person = person(call.with("action", "person"));
            return overTheAir(device, () -> order(of(device), number, person));
        }
        if (call.is("PUT", "/v1/devices/*/commands/*")) {
            UUID device = call.idInPath(2);
            UUID name = call.idInPath(4);
            Command command = call.with("command", "sequence").oneOf(Command.class, "command");
            long under = call.integer("sequence");
            return overTheAir(device, () -> command(of(device), name, command, under));
        }
        throw new Refused(404, "NOT_FOUND");
    }

    private static long number(Call call) {
        String number = call.path().get(4);
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new Refused(404, "NOT_FOUND");
        }
        return Long.parseLong(number);
    }

    /** Whose key is to be learnt; null when keys are to be forgotten. */
    private static @Nullable UUID person(Call call) {
        return switch (call.text("action")) {
            case "LEARN" -> call.id("person");
            case "FORGET" -> null;
            default -> throw new Refused(400, "INVALID_action");
        };
    }

    /** Whatever the device says, refusals too, gets lost where it is not heard. */
    private Reply overTheAir(UUID device, Supplier<Reply> work) {
        Mood mood = moodOf(device);
        try {
            if (mood != Mood.OFFLINE) {
                Reply reply = work.get();
                if (mood != Mood.LOSES_ACKNOWLEDGEMENTS) {
                    return reply;
                }
            }
        } catch (Refused refused) {
            if (mood != Mood.LOSES_ACKNOWLEDGEMENTS) {
                throw refused;
            }
        }
        throw new Refused(504, "DEVICE_SILENT");
    }

    private Reply order(Device device, long number, @Nullable UUID person) {
        String what = person == null ? "FORGET" : "LEARN " + person;
        if (number < device.sequence()) {
            throw new Refused(409, "OVERTAKEN");
        }
        if (number == device.sequence()) {
            if (!device.order().equals(what)) {
                throw new Refused(422, "NUMBER_REUSED");
            }
        } else {
            if (person != null && moodOf(device.id()) == Mood.LEARNS_NOTHING) {
                throw new Refused(503, "KEY_MODULE_FAILED");
            }
            keep(person == null ? device.forgets(number, what) : device.learns(number, what, person));
        }
        return acknowledged(device.id());
    }

    private Reply command(Device device, UUID name, Command command, long under) {
        String told = "%s %s under %d".formatted(device.id(), command, under);
        String before = commands.get(name);
        if (before == null) {
            carryOut(device, name, command, under, told);
        } else if (!before.equals(told)) {
            throw new Refused(422, "COMMAND_REUSED");
        }
        return acknowledged(device.id());
    }

    private void carryOut(Device device, UUID name, Command command, long under, String told) {
        if (under < device.sequence()) {
            throw new Refused(409, "OVERTAKEN");
        }
        if (command.movesDoors() && moodOf(device.id()) == Mood.JAMMED) {
            throw new Refused(503, "JAMMED");
        }
        Device after = device.does(command);
        ObjectNode line = line(after).put("command", name.toString()).put("told", told);
        diary.append(line);
        remember(line);
    }

    private Reply acknowledged(UUID id) {
        Device device = of(id);
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("sequence", device.sequence())
                .put("ignition", device.ignitionOn() ? "ON" : "OFF")
                .put("doors", device.doorsLocked() ? "LOCKED" : "UNLOCKED")
                .put("immobiliser", device.immobilised() ? "SET" : "RELEASED")
                .put("odometerKm", device.odometerKm())
                .put(
                        "reportedAt",
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        return Reply.of(200, told);
    }

    private void keep(Device device) {
        ObjectNode line = line(device);
        diary.append(line);
        remember(line);
    }

    private static ObjectNode line(Device device) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("device", device.toJson());
        return line;
    }

    private Device of(UUID id) {
        return devices.getOrDefault(id, Device.fitted(id));
    }

    private Mood moodOf(UUID id) {
        return moods.getOrDefault(id, ofAll);
    }

    /** To look at a device, to drive its vehicle, and to put it or all of them into a mood. */
    @Override
    public synchronized Reply backstage(Call call) {
        if (call.is("GET", "/stand-in/devices/*")) {
            return Reply.of(200, of(call.idInPath(2)).toJson());
        }
        if (call.is("PUT", "/stand-in/devices/*/drive")) {
            drive(
                    call.idInPath(2),
                    call.with("ignition", "odometerKm").text("ignition").equals("ON"),
                    call.integer("odometerKm"));
            return Reply.empty(204);
        }
        if (call.is("PUT", "/stand-in/devices/*/mood")) {
            mood(call.idInPath(2), call.with("mood").oneOf(Mood.class, "mood"));
            return Reply.empty(204);
        }
        if (call.is("PUT", "/stand-in/mood")) {
            mood(call.with("mood").oneOf(Mood.class, "mood"));
            return Reply.empty(204);
        }
        throw new Refused(404, "NOT_FOUND");
    }

    @Override
    public void close() {
        diary.close();
    }
}
