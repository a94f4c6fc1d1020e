package io.motorpool.sandbox.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.standin.Backdoor;
import java.net.URI;
import java.util.UUID;

/** Where the vehicles stand: somebody drives them, takes them under ground, and sees whose key they know. */
public final class Garage {

    private final Backdoor telematics;

    public Garage(URI telematics) {
        this.telematics = new Backdoor(telematics, Telematics.SECRET);
    }

    /** @param odometerKm what the dashboard shows from now on */
    public void drive(UUID vehicle, boolean ignitionOn, long odometerKm) {
        JsonNode _ = telematics.ask(
                "PUT",
                "/stand-in/devices/%s/drive".formatted(vehicle),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ignition", ignitionOn ? "ON" : "OFF")
                        .put("odometerKm", odometerKm));
    }

    public void mood(UUID vehicle, Mood mood) {
        JsonNode _ = telematics.ask(
                "PUT",
                "/stand-in/devices/%s/mood".formatted(vehicle),
                JsonNodeFactory.instance.objectNode().put("mood", mood.name()));
    }

    public Device look(UUID vehicle) {
        return Device.of(telematics.get("/stand-in/devices/" + vehicle));
    }
}
