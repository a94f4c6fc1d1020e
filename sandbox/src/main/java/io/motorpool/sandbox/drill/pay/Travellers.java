package io.motorpool.sandbox.drill.pay;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.load.Crew;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.gateway.PaymentGateway;
import io.motorpool.sandbox.standin.StandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Drivers with a corporate card and a vehicle each, who reserve it, and drive or call it off. */
public final class Travellers {

    private static final Duration GRID = Duration.ofMinutes(10);
    private static final int KILOMETRES = 1_000;

    private final Crew crew;
    private final URI node;

    private Travellers(Crew crew, URI node) {
        this.crew = crew;
        this.node = node;
    }

    /** With good cards for most, and some that do not bear anything or do not pay in the end. */
    public static Travellers of(Crew crew, URI node, StandIn<PaymentGateway> gateway) {
        for (int driver = 0; driver < crew.drivers(); driver++) {
            crew.division(node)
                    .post(
                            "/companies/" + crew.company() + "/cards",
                            Map.of(
                                    "member", crew.user(driver).toString(),
                                    "token", gateway.service().newCard(kind(driver)),
                                    "brand", "BC",
                                    "lastFour", "%04d".formatted(driver),
                                    "expiry", "2090-12"))
                    .mustBe(201);
        }
        return new Travellers(crew, node);
    }

    private static CardKind kind(int driver) {
        return switch (driver % 6) {
            case 4 -> CardKind.DECLINES;
            case 5 -> CardKind.DECLINES_CAPTURE;
            default -> CardKind.GOOD;
        };
    }

    public int count() {
        return crew.drivers();
    }

    /** Reserves, and every third time calls it off again; otherwise drives, if the vehicle is handed out. */
    public void travel(int driver, int round) {
        Api api = crew.driver(driver, node);
        Answer reserved = reserve(api, crew.vehicles().get(round * crew.drivers() + driver));
        boolean stays = (driver + round) % 3 == 0;
        if (stays || step(api, reserved, "start").status() != 200) {
            step(api, reserved, "cancellation").mustBe(200);
        } else {
            step(api, reserved, "return").mustBe(200);
        }
    }

    private static Answer reserve(Api api, UUID vehicle) {
        Instant now = Instant.now();
        Instant start =
                now.minusSeconds(now.getEpochSecond() % GRID.toSeconds()).minusNanos(now.getNano());
        return api.post(
                        "/reservations",
                        Map.of(
                                "vehicle", vehicle.toString(),
                                "start", start.toString(),
                                "end", start.plus(Duration.ofHours(1)).toString(),
                                "corporate", true),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
    }

    private static Answer step(Api api, Answer reserved, String step) {
        Answer seen = api.get("/reservations/" + reserved.id()).expect(200);
        return api.post(
                "/reservations/" + reserved.id() + "/" + step,
                step.equals("cancellation") ? Map.of() : Map.of("odometerKm", KILOMETRES),
                "If-Match",
                seen.etag());
    }

    /** Somebody who is impatient. */
    public void ask() {
        crew.division(node).post("/sweeps/payments", null).mustBe(200);
    }
}
