package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.demo.Troupe.Car;
import io.motorpool.sandbox.demo.Troupe.Player;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.grpc.GrpcAnswer;
import io.motorpool.sandbox.grpc.GrpcApi;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * What somebody does with the app: finds a car, opens it, hands its key to a colleague on the way; and who pays for it. The
 * app calls gRPC; whoever sits at a desk, HTTP.
 */
final class AppStory implements Story {

    private static final Duration GRID = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** With less left of the running ten minutes, the story waits for the next. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** Vehicles are told once a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Double> SEOUL =
            Map.of("west", 126.70, "south", 37.20, "east", 127.30, "north", 37.80);

    private static final String MAP = "motorpool.map.v1.MapService/";
    private static final String RESERVATION = "motorpool.reservation.v1.ReservationService/";
    private static final String KEY = "motorpool.key.v1.KeyService/";
    private static final String PAYMENT = "motorpool.payment.v1.PaymentService/";

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
        Player jiwoo = troupe.driver("한지우");
        Player minseo = troupe.driver("정민서");
        try (GrpcApi jiwoosPhone = stage.phone(jiwoo.person(), troupe.company());
                GrpcApi minseosPhone = stage.phone(minseo.person(), troupe.company())) {
            Scene scene = new Scene(
                    stage,
                    troupe,
                    new Caller(jiwoo, jiwoosPhone),
                    new Caller(minseo, minseosPhone),
                    troupe.car(21_300));
            scene.look(now());
            scene.payWithTheWrongCard();
            scene.reserve();
            scene.open();
            scene.handOver();
            scene.driveOn();
            scene.bringBack();
            scene.settle();
        }
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

    /** Somebody with a phone. */
    private record Caller(Player player, GrpcApi phone) {

        String name() {
            return player.name();
        }

        UUID id() {
            return player.person().id();
        }
    }

    /** What the acts share. */
    private static final class Scene {

        private final Stage stage;
        private final UUID company;
        private final UUID zone;
        private final Caller jiwoo;
        private final Caller minseo;
        private final Car car;
        private Instant start = Instant.EPOCH;
        private String trip = "";

        Scene(Stage stage, Troupe troupe, Caller jiwoo, Caller minseo, Car car) {
            this.stage = stage;
            this.company = troupe.company();
            this.zone = stage.world().company(DemoCompany.HANBIT).zones().getFirst();
            this.jiwoo = jiwoo;
            this.minseo = minseo;
            this.car = car;
            stage.backstage().ifPresent(backstage -> backstage.garage().drive(car.id(), false, 21_300));
        }

        void look(Instant from) {
            start = from;
            stage.tell(jiwoo.name() + " opens the app. Of the company's own zones it shows those in sight, when it asks"
                    + " for them; an older app does not ask and sees what it always saw.");
            jiwoo.phone()
                    .call(MAP + "ListZoneMarkers", Map.of("box", SEOUL, "layers", List.of("MAP_LAYER_VIRTUAL_ZONES")))
                    .mustBeOk();
            stage.tell("In the zone at head office each car has a row of its own, with what stands in the way.");
            jiwoo.phone()
                    .call(
                            MAP + "ListVehiclesOfZone",
                            Map.of(
                                    "zone", zone.toString(),
                                    "start", start.toString(),
                                    "end", start.plus(HOUR).toString(),
                                    "pageSize", 100))
                    .mustBeOk();
            stage.tell("What can be paid with? The company is billed later; no card is in the list.");
            jiwoo.phone().call(PAYMENT + "GetPaymentOptions", Map.of()).mustBeOk();
        }

        void payWithTheWrongCard() {
            stage.backstage().ifPresent(backstage -> {
                stage.tell(jiwoo.name() + " would like to collect the points of a card of their own.");
                String card = jiwoo.phone()
                        .call(
                                PAYMENT + "AddCard",
                                Map.of(
                                        "requestId", UUID.randomUUID().toString(),
                                        "token", backstage.bank().newCard(CardKind.GOOD),
                                        "brand", "BC",
                                        "lastFour", "4242",
                                        "expiry", "2030-12"))
                        .ok()
                        .at("/card/id")
                        .asText();
                reserve(Map.of("card", card)).mustBeRefusedAs("personal-card-not-allowed");
                jiwoo.phone().call(PAYMENT + "RemoveCard", Map.of("card", card)).mustBeOk();
            });
        }

        void reserve() {
            stage.tell("Then as the company pays.");
            trip = reserve(Map.of("billingPolicy", "BILLING_POLICY_POSTPAID"))
                    .ok()
                    .at("/reservation/id")
                    .asText();
        }

        private GrpcAnswer reserve(Map<String, String> payment) {
            Map<String, Object> wanted = new HashMap<>(Map.of(
                    "requestId", UUID.randomUUID().toString(),
                    "vehicle", car.id().toString(),
                    "start", start.toString(),
                    "end", start.plus(HOUR).toString(),
                    "corporate", true));
            wanted.putAll(payment);
            return jiwoo.phone().call(RESERVATION + "CreateReservation", wanted);
        }

        void open() {
            stage.tell(jiwoo.name() + " starts. The vehicle learns whose phone opens it; it takes about a second.");
            step(jiwoo, "StartReservation", 21_300);
            await("the vehicle should know the key", () -> isHolder(jiwoo));
            operate(jiwoo, "UNLOCK").mustBeOk();
            stage.tell("Twelve kilometres on, " + jiwoo.name() + " has arrived and locks the doors.");
            drive(21_312);
            operate(jiwoo, "LOCK").mustBeOk();
        }

        void handOver() {
            stage.tell(minseo.name() + " needs the car for the way back. " + jiwoo.name()
                    + " offers the key; there are ten minutes to answer.");
            jiwoo.phone()
                    .call(
                            KEY + "OfferKey",
                            Map.of("reservation", trip, "recipient", minseo.id().toString()))
                    .mustBeOk();
            stage.tell(minseo.name() + "'s app shows what waits for an answer.");
            String handOver = minseo.phone()
                    .call(KEY + "ListKeyOffers", Map.of())
                    .ok()
                    .at("/handOvers/0/id")
                    .asText();
            stage.tell(minseo.name() + " accepts. Now nobody's key is good, until the vehicle has forgotten the one and"
                    + " learnt the other.");
            minseo.phone().call(KEY + "AcceptKey", Map.of("handOver", handOver)).mustBeOk();
            await("the vehicle should know the colleague's key", () -> isHolder(minseo));
            minseo.phone()
                    .call(KEY + "GetReservationKey", Map.of("reservation", trip))
                    .mustBeOk();
        }

        void driveOn() {
            stage.tell(jiwoo.name() + " has left an umbrella in the car, and cannot open it any more.");
            operate(jiwoo, "UNLOCK").mustBeRefusedAs("key-not-held");
            stage.tell(minseo.name() + " can.");
            operate(minseo, "UNLOCK").mustBeOk();
            drive(21_331);
            operate(minseo, "LOCK").mustBeOk();
        }

        void bringBack() {
            stage.tell(minseo.name() + " is the driver now, and brings the car back.");
            step(minseo, "ReturnVehicle", 21_331);
            operate(minseo, "UNLOCK").mustBeRefusedAs("key-not-held");
        }

        void settle() {
            stage.tell(
                    "Who paid what? " + jiwoo.name() + " booked, so it is their trip in the account, whoever drove.");
            jiwoo.phone()
                    .call(PAYMENT + "GetReservationAccount", Map.of("reservation", trip))
                    .mustBeOk();
            stage.tell("And the company owes it: its administrator sees the ledger.");
            stage.as(DemoUser.ADMIN)
                    .get("/companies/" + company + "/ledger-balance")
                    .mustBe(200);
            stage.tell("Who drove how far is in the grants: the driving log will be split by them.");
            stage.as(DemoUser.SUPPORT).get("/reservations/" + trip + "/key").mustBe(200);
        }

        private boolean isHolder(Caller caller) {
            JsonNode key = caller.phone()
                    .observedBy(_ -> {})
                    .call(KEY + "GetReservationKey", Map.of("reservation", trip))
                    .ok();
            return key.at("/key/holder").asText().equals(caller.id().toString());
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

        private GrpcAnswer operate(Caller by, String operation) {
            return by.phone()
                    .call(
                            KEY + "OperateVehicle",
                            Map.of("vehicle", car.id().toString(), "operation", "OPERATION_" + operation));
        }

        private void step(Caller by, String step, int odometerKm) {
            String seen = by.phone()
                    .call(RESERVATION + "GetReservation", Map.of("id", trip))
                    .ok()
                    .at("/reservation/etag")
                    .asText();
            by.phone()
                    .call(RESERVATION + step, Map.of("id", trip, "etag", seen, "odometerKm", odometerKm))
                    .mustBeOk();
        }
    }
}
