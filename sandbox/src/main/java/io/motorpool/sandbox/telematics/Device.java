package io.motorpool.sandbox.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is in a vehicle.
 *
 * @param sequence of the last order about keys that it has carried out; 0 before the first
 * @param order what that order was, so that the same number cannot mean something else
 * @param people whose phones open it
 * @param mostPeople how many there ever were at once
 * @param odometerKm what the dashboard shows
 */
public record Device(
        UUID id,
        long sequence,
        String order,
        Set<UUID> people,
        int mostPeople,
        boolean ignitionOn,
        boolean doorsLocked,
        boolean immobilised,
        long odometerKm) {

    public Device {
        people = Set.copyOf(people);
    }

    static Device fitted(UUID id) {
        return new Device(id, 0, "", Set.of(), 0, false, true, false, 0);
    }

    Device learns(long number, String what, UUID person) {
        Set<UUID> more = new TreeSet<>(people);
        boolean _ = more.add(person);
        return withPeople(number, what, more);
    }

    Device forgets(long number, String what) {
        return withPeople(number, what, Set.of());
    }

    private Device withPeople(long number, String what, Set<UUID> who) {
        return new Device(
                id,
                number,
                what,
                who,
                Math.max(mostPeople, who.size()),
                ignitionOn,
                doorsLocked,
                immobilised,
                odometerKm);
    }

    Device does(Command command) {
        return switch (command) {
            case LOCK -> withBody(ignitionOn, true, immobilised, odometerKm);
            case UNLOCK -> withBody(ignitionOn, false, immobilised, odometerKm);
            case IMMOBILISE -> withBody(ignitionOn, doorsLocked, true, odometerKm);
            case RELEASE -> withBody(ignitionOn, doorsLocked, false, odometerKm);
        };
    }

    /** Somebody gets in, or out; or it was driven. */
    Device with(boolean ignition, long kilometres) {
        return withBody(ignition, doorsLocked, immobilised, kilometres);
    }

    private Device withBody(boolean ignition, boolean locked, boolean immobile, long kilometres) {
        return new Device(id, sequence, order, people, mostPeople, ignition, locked, immobile, kilometres);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("sequence", sequence)
                .put("order", order)
                .put("mostPeople", mostPeople)
                .put("ignition", ignitionOn ? "ON" : "OFF")
                .put("doors", doorsLocked ? "LOCKED" : "UNLOCKED")
                .put("immobiliser", immobilised ? "SET" : "RELEASED")
                .put("odometerKm", odometerKm);
        ArrayNode names = json.putArray("people");
        people.forEach(person -> names.add(person.toString()));
        return json;
    }

    static Device of(JsonNode json) {
        Set<UUID> people = new TreeSet<>();
        for (JsonNode person : json.path("people")) {
            boolean _ = people.add(UUID.fromString(person.asText()));
        }
        return new Device(
                UUID.fromString(json.path("id").asText()),
                json.path("sequence").asLong(),
                json.path("order").asText(),
                people,
                json.path("mostPeople").asInt(),
                json.path("ignition").asText().equals("ON"),
                json.path("doors").asText().equals("LOCKED"),
                json.path("immobiliser").asText().equals("SET"),
                json.path("odometerKm").asLong());
    }
}
