package io.motorpool.adapters.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.application.key.VehicleControl;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Says to devices what is wanted of them. What a device has acknowledged is believed only as far as its report bears it out:
 * that it has carried out this very order, that its doors are as they were to be.
 */
final class TelematicsVehicleControl implements VehicleControl {

    private final Airway airway;
    private final Clock clock;

    TelematicsVehicleControl(Airway airway, Clock clock) {
        this.airway = airway;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<VehicleState>> state(VehicleId vehicle) {
        return CallersContext.keep(() -> airway.ask(device(vehicle)).map(this::reported));
    }

    @Override
    public Uni<KeyAnswer> obey(KeyOrder order) {
        String address = device(order.vehicle()) + "/keys/" + order.number();
        return CallersContext.keep(
                () -> airway.tell(address, body(order.wish())).map(heard -> obeyed(order, heard)));
    }

    private static ObjectNode body(KeyOrder.Wish wish) {
        return switch (wish) {
            case KeyOrder.Forget _ -> object().put("action", "FORGET");
            case KeyOrder.Learn(var holder) -> object().put("action", "LEARN").put("person", holder.toString());
        };
    }

    private KeyAnswer obeyed(KeyOrder order, Heard heard) {
        boolean same = heard instanceof Heard.Report(var content)
                && content.path("sequence").isIntegralNumber()
                && content.path("sequence").asLong() == order.number();
        return reported(heard)
                .filter(_ -> same)
                .<KeyAnswer>map(state -> new KeyAnswer.Done(state.odometer()))
                .orElseGet(KeyAnswer.NotDone::new);
    }

    @Override
    public Uni<Operated> operate(UUID id, VehicleOrder order) {
        ObjectNode body = object().put("command", order.operation().name()).put("sequence", order.underOrder());
        return CallersContext.keep(() ->
                airway.tell(device(order.vehicle()) + "/commands/" + id, body).map(heard -> operated(order, heard)));
    }

    private Operated operated(VehicleOrder order, Heard heard) {
        return heard instanceof Heard.No(var code) && code.equals("OVERTAKEN")
                ? Operated.OVERTAKEN
                : reported(heard)
                        .filter(state -> state.shows(order.operation()))
                        .map(_ -> Operated.DONE)
                        .orElse(Operated.SILENT);
    }

    private static String device(VehicleId vehicle) {
        return "/v1/devices/" + vehicle.value();
    }

    private Optional<VehicleState> reported(Heard heard) {
        return heard instanceof Heard.Report(var content) ? state(content) : Optional.empty();
    }

    /** Empty when it makes no sense: a report that is half understood is none. */
    private Optional<VehicleState> state(JsonNode report) {
        JsonNode km = report.path("odometerKm");
        if (!km.canConvertToInt() || !km.isIntegralNumber() || km.asInt() < 0 || km.asInt() > Odometer.HIGHEST) {
            return Optional.empty();
        }
        return is(report, "ignition", "ON", "OFF")
                .flatMap(ignition -> is(report, "doors", "LOCKED", "UNLOCKED")
                        .flatMap(locked -> is(report, "immobiliser", "SET", "RELEASED")
                                .flatMap(immobile -> at(report)
                                        .map(at -> new VehicleState(
                                                ignition, locked, immobile, new Odometer(km.asInt()), at)))));
    }

    private static Optional<Boolean> is(JsonNode report, String field, String yes, String no) {
        String said = report.path(field).asText();
        return said.equals(yes) ? Optional.of(true) : said.equals(no) ? Optional.of(false) : Optional.empty();
    }

    /** A device whose clock is ahead has not reported later than now. */
    private Optional<Instant> at(JsonNode report) {
        try {
            Instant said = Instant.parse(report.path("reportedAt").asText());
            Instant now = clock.instant();
            return Optional.of(said.isAfter(now) ? now : said);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
