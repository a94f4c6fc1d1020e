package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.demo.Troupe.Car;
import io.motorpool.sandbox.demo.Troupe.Player;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An afternoon with a company car: it is wanted by two, breaks down, is exchanged, comes back late, and nobody is lost. */
final class ReservationStory implements Story {

    private static final Duration GRID = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    /** With less left of the running ten minutes, the story waits for the next. */
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    /** How many facts the story leaves behind. */
    private static final int FACTS = 13;

    private final Clock clock;

    ReservationStory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reservation";
    }

    @Override
    public String summary() {
        return "a car is reserved, wanted by two, taken out of service, driven, late, and back";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Troupe troupe = new Troupe(stage, DemoCompany.HANBIT);
        Scene scene = new Scene(
                stage, troupe, troupe.driver("서지호"), troupe.driver("오유나"), troupe.car(8_120), troupe.car(15_400));
        stage.tell("Two people have joined Hanbit, and two cars that are alike stand at its head office: "
                + scene.first.plate() + " and " + scene.second.plate() + ".");
        scene.reserve(now());
        scene.wantTheSame();
        scene.extendAndFollow();
        scene.breakDown();
        scene.start();
        stage.backstage().ifPresentOrElse(scene::comeLate, scene::comeInTime);
        scene.settle();
        scene.lookBack();
        stage.backstage().ifPresent(scene::listen);
        troupe.leave();
        stage.tell("The two people and the two cars have left again. The story can be played as often as you like.");
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
        private final Player jiho;
        private final Player yuna;
        private final Car first;
        private final Car second;
        private final Api asJiho;
        private final Api asYuna;
        private final Api asSupport;
        private Instant start = Instant.EPOCH;
        private UUID trip = new UUID(0, 0);
        private UUID following = new UUID(0, 0);
        private UUID defect = new UUID(0, 0);

        Scene(Stage stage, Troupe troupe, Player jiho, Player yuna, Car first, Car second) {
            this.stage = stage;
            this.company = troupe.company();
            this.jiho = jiho;
            this.yuna = yuna;
            this.first = first;
            this.second = second;
            this.asJiho = stage.asMember(jiho.person(), company);
            this.asYuna = stage.asMember(yuna.person(), company);
            this.asSupport = stage.as(DemoUser.SUPPORT);
        }

        void reserve(Instant from) {
            start = from;
            stage.tell(jiho.name() + " needs a car for the next hour and asks which are free.");
            Answer free = asJiho.get("/companies/%s/availability?start=%s&end=%s&limit=100"
                            .formatted(company, start, start.plus(HOUR)))
                    .expect(200);
            if (!isFree(free, first)) {
                throw new IllegalStateException(first.plate() + " should be free");
            }
            stage.tell(first.plate() + " is free. " + jiho.name() + " reserves it.");
            trip = reserve(asJiho, start, start.plus(HOUR)).expect(201).id();
        }

        private static boolean isFree(Answer availability, Car car) {
            for (JsonNode item : availability.body().path("items")) {
                if (item.path("vehicle").asText().equals(car.id().toString())) {
                    return item.path("available").asBoolean();
                }
            }
            return false;
        }

        void wantTheSame() {
            stage.tell(
                    yuna.name() + " wanted the same car for the same hour, and is told what is in the way. Not who.");
            reserve(asYuna, start, start.plus(HOUR)).mustBe(409);
        }

        void extendAndFollow() {
            Duration longer = Duration.ofMinutes(90);
            stage.tell("The visit will take longer: " + jiho.name() + " extends by half an hour.");
            Answer seen = asJiho.get("/reservations/" + trip).expect(200);
            asJiho.put(
                            "/reservations/" + trip + "/period",
                            Map.of(
                                    "start",
                                    start.toString(),
                                    "end",
                                    start.plus(longer).toString()),
                            "If-Match",
                            seen.etag())
                    .mustBe(200);
            stage.tell(yuna.name() + " takes the car afterwards, with ten minutes between for cleaning.");
            Instant after = start.plus(longer).plus(GRID);
            following = reserve(asYuna, after, after.plus(HOUR)).expect(201).id();
        }

        void breakDown() {
            stage.tell(first.plate() + " shows a warning light. Support takes it out of service for half a day and lets"
                    + " Motorpool find an equal car for whoever has it reserved: both or none.");
            Answer seen = asSupport.get("/vehicles/" + first.id()).expect(200);
            Answer blocked = asSupport
                    .post(
                            "/vehicles/" + first.id() + "/occupancies",
                            Map.of(
                                    "cause",
                                    "MAINTENANCE",
                                    "start",
                                    start.toString(),
                                    "end",
                                    start.plus(Duration.ofHours(12)).toString(),
                                    "relocate",
                                    true,
                                    "reason",
                                    reason("VEHICLE_DEFECT", "warning light of the brakes")),
                            "If-Match",
                            seen.etag())
                    .expect(201);
            defect = blocked.id();
        }

        void start() {
            stage.tell(
                    jiho.name() + " looks again, sees " + second.plate() + ", and starts with its dashboard in view.");
            step(asJiho, trip, "start", Map.of("odometerKm", 15_400));
        }

        void comeLate(Backstage backstage) {
            stage.tell(
                    "An hour and forty minutes go by, and the car is not back. (This machine lets them pass at once.)"
                            + " The sweep for late returns runs by itself twice a minute; here the operator asks for it.");
            backstage.hourglass().pass(second.id(), Duration.ofMinutes(100));
            stage.as(DemoUser.OPERATOR).post("/sweeps/late-returns", null).mustBe(200);
            stage.tell(
                    "The car keeps its place while it is out, and " + yuna.name() + " is told that it may be missing.");
            asJiho.get("/reservations/" + trip).mustBe(200);
            asYuna.get("/reservations/" + following).mustBe(200);
            stage.tell(yuna.name() + " sees who has it, masked, and could ring the hotline.");
            asYuna.get("/reservations/" + following + "/neighbours").mustBe(200);
            stage.tell("At last it is back. " + yuna.name() + " is no longer at risk.");
            step(asJiho, trip, "return", Map.of("odometerKm", 15_463));
            asYuna.get("/reservations/" + following).mustBe(200);
        }

        /** Motorpool is somewhere else, where nobody can let time pass. */
        void comeInTime() {
            stage.tell(yuna.name() + " sees who has the car before, masked.");
            asYuna.get("/reservations/" + following + "/neighbours").mustBe(200);
            stage.tell(jiho.name() + " is back before the time.");
            step(asJiho, trip, "return", Map.of("odometerKm", 15_463));
        }

        void settle() {
            stage.tell(yuna.name() + " has taken the train by now and cancels.");
            step(asYuna, following, "cancellation", Map.of());
            stage.tell("The warning light was a loose plug. Support puts " + first.plate() + " back into service.");
            asSupport
                    .post("/occupancies/" + defect + "/release", Map.of("reason", reason("VEHICLE_DEFECT", "repaired")))
                    .mustBe(200);
        }

        void lookBack() {
            stage.tell("Later an auditor asks what happened: who did what, as whom, why, and what was before.");
            stage.as(DemoUser.AUDITOR)
                    .get("/companies/" + company + "/audit?subject=" + trip)
                    .mustBe(200);
        }

        void listen(Backstage backstage) {
            stage.tell("What other services were told meanwhile, read from Kafka:");
            ToldFacts told = new ToldFacts(backstage.subscriber());
            told.about(List.of(trip, following, defect), FACTS).forEach(stage::show);
        }

        private Answer reserve(Api by, Instant from, Instant until) {
            return by.post(
                    "/reservations",
                    Map.of(
                            "vehicle", first.id().toString(),
                            "start", from.toString(),
                            "end", until.toString(),
                            "corporate", true),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        private static void step(Api by, UUID reservation, String step, Map<String, Object> body) {
            Answer seen = by.get("/reservations/" + reservation).expect(200);
            by.post("/reservations/" + reservation + "/" + step, body, "If-Match", seen.etag())
                    .mustBe(200);
        }

        private static Map<String, String> reason(String code, String note) {
            return Map.of("code", code, "note", note);
        }
    }
}
