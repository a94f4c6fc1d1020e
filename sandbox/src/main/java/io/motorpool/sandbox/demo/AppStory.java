package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.demo.Troupe.Car;
import io.motorpool.sandbox.demo.Troupe.Player;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What somebody does with the app: finds a car, opens it, hands its key to a colleague on the way; and who pays for it. */
final class AppStory implements Story {

    private static final Duration GRID = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** With less left of the running ten minutes, the story waits for the next. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** Vehicles are told once a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SEOUL = "126.70,37.20,127.30,37.80";

    private final Clock clock;

    AppStory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "app";
    }

    @Override
    public String summary() {
        return "a car is found on the map, opened, its key handed to a colleague, and somebody pays";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Troupe troupe = new Troupe(stage, DemoCompany.HANBIT);
        Scene scene = new Scene(stage, troupe, troupe.driver("한지우"), troupe.driver("정민서"), troupe.car(21_300));
        scene.look(now());
        scene.payWithTheWrongCard();
        scene.reserve();
        scene.open();
        scene.handOver();
        scene.driveOn();
        scene.bringBack();
        scene.settle();
        troupe.leave();
        stage.tell("The two people and the car have left again. The story can be played as often as you like.");
    }

    /** When the running ten minutes began; they may still be reserved. */
    private Instant now() throws InterruptedException {
        Instant now = clock.instant();
        Duration gone = Duration.ofSeconds(now.getEpochSecond() % GRID.toSeconds());
        if (GRID.minus(gone).compareTo(ENOUGH) < 0) {
            Thread.sleep(GRID.minus(gone));
            return now();
        }
        return Instant.ofEpochSecond(now.getEpochSecond()).minus(gone);
    }

    /** What the acts share. */
    private static final class Scene {

        private final Stage stage;
        private final UUID company;
        private final UUID zone;
        private final Player jiwoo;
        private final Player minseo;
        private final Car car;
        private final Api asJiwoo;
        private final Api asMinseo;
        private Instant start = Instant.EPOCH;
        private UUID trip = new UUID(0, 0);

        Scene(Stage stage, Troupe troupe, Player jiwoo, Player minseo, Car car) {
            this.stage = stage;
            this.company = troupe.company();
            this.zone = stage.world().company(DemoCompany.HANBIT).zones().getFirst();
            this.jiwoo = jiwoo;
            this.minseo = minseo;
            this.car = car;
            this.asJiwoo = stage.asMember(jiwoo.person(), company);
            this.asMinseo = stage.asMember(minseo.person(), company);
            stage.backstage().ifPresent(backstage -> backstage.garage().drive(car.id(), false, 21_300));
        }

        void look(Instant from) {
            start = from;
            stage.tell(jiwoo.name() + " opens the app. Of the company's own zones it shows those in sight, when it asks"
                    + " for them; an older app does not ask and sees what it always saw.");
            asJiwoo.get("/map/zones?box=%s&layers=VIRTUAL_ZONES".formatted(SEOUL))
                    .mustBe(200);
            stage.tell("In the zone at head office each car has a row of its own, with what stands in the way.");
            asJiwoo.get("/zones/%s/vehicles?start=%s&end=%s&limit=100".formatted(zone, start, start.plus(HOUR)))
                    .mustBe(200);
            stage.tell("What can be paid with? The company is billed later; no card is in the list.");
            asJiwoo.get("/payment-options").mustBe(200);
        }

        void payWithTheWrongCard() {
            stage.backstage().ifPresent(backstage -> {
                stage.tell(jiwoo.name() + " would like to collect the points of a card of their own.");
                UUID card = asJiwoo.post(
                                "/cards",
                                Map.of(
                                        "token", backstage.bank().newCard(CardKind.GOOD),
                                        "brand", "BC",
                                        "lastFour", "4242",
                                        "expiry", "2030-12"))
                        .expect(201)
                        .id();
                reserve(Map.of("card", card.toString())).mustBe(422);
                asJiwoo.send("DELETE", "/cards/" + card, null).mustBe(204);
            });
        }

        void reserve() {
            stage.tell("Then as the company pays.");
            trip = reserve(Map.of("billingPolicy", "POSTPAID")).expect(201).id();
        }

        private Answer reserve(Map<String, String> payment) {
            Map<String, Object> wanted = new HashMap<>(Map.of(
                    "vehicle", car.id().toString(),
                    "start", start.toString(),
                    "end", start.plus(HOUR).toString(),
                    "corporate", true));
            wanted.putAll(payment);
            return asJiwoo.post(
                    "/reservations",
                    wanted,
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        void open() {
            stage.tell(jiwoo.name() + " starts. The vehicle learns whose phone opens it; it takes about a second.");
            step(asJiwoo, "start", 21_300);
            await("the vehicle should know the key", () -> isHolder(asJiwoo, jiwoo));
            operate(asJiwoo, "UNLOCK").mustBe(200);
            stage.tell("Twelve kilometres on, " + jiwoo.name() + " has arrived and locks the doors.");
            drive(21_312);
            operate(asJiwoo, "LOCK").mustBe(200);
        }

        void handOver() {
            stage.tell(minseo.name() + " needs the car for the way back. " + jiwoo.name()
                    + " offers the key; there are ten minutes to answer.");
            UUID handOver = asJiwoo.post(
                            "/reservations/" + trip + "/hand-overs",
                            Map.of("recipient", minseo.person().id().toString()))
                    .expect(201)
                    .id();
            stage.tell(minseo.name() + " accepts. Now nobody's key is good, until the vehicle has forgotten the one and"
                    + " learnt the other.");
            asMinseo.post("/hand-overs/" + handOver + "/acceptance", null).mustBe(200);
            await("the vehicle should know the colleague's key", () -> isHolder(asMinseo, minseo));
            asMinseo.get("/reservations/" + trip + "/key").mustBe(200);
        }

        void driveOn() {
            stage.tell(jiwoo.name() + " has left an umbrella in the car, and cannot open it any more.");
            operate(asJiwoo, "UNLOCK").mustBe(409);
            stage.tell(minseo.name() + " can.");
            operate(asMinseo, "UNLOCK").mustBe(200);
            drive(21_331);
            operate(asMinseo, "LOCK").mustBe(200);
        }

        void bringBack() {
            stage.tell(minseo.name() + " is the driver now, and brings the car back.");
            step(asMinseo, "return", 21_331);
            operate(asMinseo, "UNLOCK").mustBe(409);
        }

        void settle() {
            stage.tell(
                    "Who paid what? " + jiwoo.name() + " booked, so it is their trip in the account, whoever drove.");
            asJiwoo.get("/reservations/" + trip + "/account").mustBe(200);
            stage.tell("And the company owes it: its administrator sees the ledger.");
            stage.as(DemoUser.ADMIN)
                    .get("/companies/" + company + "/ledger-balance")
                    .mustBe(200);
            stage.tell("Who drove how far is in the grants: the driving log will be split by them.");
            stage.as(DemoUser.SUPPORT).get("/reservations/" + trip + "/key").mustBe(200);
        }

        private boolean isHolder(Api by, Player player) {
            JsonNode key = by.observedBy(_ -> {})
                    .get("/reservations/" + trip + "/key")
                    .expect(200)
                    .body();
            return key.path("holder").asText().equals(player.person().id().toString());
        }

        private static void await(String what, BooleanSupplier condition) {
            if (!Processes.await(condition::getAsBoolean, PATIENCE)) {
                throw new IllegalStateException(what);
            }
        }

        /** On the road, where nobody looks. */
        private void drive(int km) {
            stage.backstage().ifPresent(backstage -> backstage.garage().drive(car.id(), false, km));
        }

        private Answer operate(Api by, String operation) {
            return by.post("/vehicles/" + car.id() + "/operations", Map.of("operation", operation));
        }

        private void step(Api by, String step, int odometerKm) {
            Answer seen = by.get("/reservations/" + trip).expect(200);
            by.post("/reservations/" + trip + "/" + step, Map.of("odometerKm", odometerKm), "If-Match", seen.etag())
                    .mustBe(200);
        }
    }
}
