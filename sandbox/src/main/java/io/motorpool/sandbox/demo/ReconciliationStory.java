package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.legacy.ExportBug;
import io.motorpool.sandbox.legacy.LegacyFleet;
import io.motorpool.sandbox.legacy.LegacyRow;
import io.motorpool.sandbox.legacy.LegacyStandIn;
import io.motorpool.sandbox.legacy.LegacyStep;
import io.motorpool.sandbox.legacy.LegacyTraffic;
import io.motorpool.sandbox.legacy.ReconciliationDesk;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The legacy system beside Motorpool: agreement, a mismatch found, explained, turned into a test, and cleared. */
final class ReconciliationStory implements Story {

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public String summary() {
        return "the legacy system is watched through Debezium; two bugs of its export are found, explained and cleared";
    }

    @Override
    public void play(Stage stage) throws Exception {
        Backstage backstage = stage.backstage()
                .orElseThrow(() -> new IllegalStateException("this story needs a legacy system beside Motorpool"));
        stage.tell(
                "The legacy system starts beside Motorpool: its own database, with Debezium that tells each change to Kafka.");
        try (LegacyStandIn legacy = backstage.legacy().open()) {
            new Play(stage, legacy).toTheEnd();
        }
        stage.tell(
                "That was the shadow: no key was turned, nobody was charged, and no reservation of Motorpool was touched.");
    }

    /** One performance: its reservations have numbers of their own. */
    private static final class Play {

        private static final Duration PATIENCE = Duration.ofSeconds(60);
        private static final String RESERVATIONS = "/reconciliation/legacy-reservations/";
        private static final int STEPS = 40;

        private final Stage stage;
        private final LegacyStandIn legacy;
        private final Api api;
        private final Api quietly;
        private final LegacyFleet fleet;
        private final String prefix;
        private final long begin;
        private long nextKey;
        private LocalDateTime nextStart;

        Play(Stage stage, LegacyStandIn legacy) throws SQLException {
            this.stage = stage;
            this.legacy = legacy;
            this.api = stage.as(DemoUser.OPERATOR);
            this.quietly = stage.offstage(DemoUser.OPERATOR);
            DemoWorld.Company company = stage.world().company(DemoCompany.HANBIT);
            this.fleet = new LegacyFleet(
                    company.id(),
                    company.vehicles().stream().map(DemoWorld.Vehicle::id).toList(),
                    List.of(
                            stage.person(DemoUser.MEMBER).id(),
                            stage.person(DemoUser.COLLEAGUE).id()));
            this.begin = legacy.watermark();
            this.nextKey = legacy.nextKey();
            this.prefix = "R%d".formatted(nextKey);
            this.nextStart = legacy.freeFrom().truncatedTo(ChronoUnit.HOURS).plusDays(1);
        }

        void toTheEnd() throws SQLException {
            agree();
            loseTheDriver();
            endEarly();
            replay();
        }

        private void agree() throws SQLException {
            stage.tell("People book, extend, drive and cancel there, as they have for ten years.");
            Instant from = nextStart.atZone(LegacyTraffic.SEOUL).toInstant();
            LegacyTraffic traffic = new LegacyTraffic(
                    ThreadLocalRandom.current().nextLong(),
                    fleet,
                    prefix,
                    new LegacyTraffic.Mix(0, false),
                    new LegacyTraffic.Beginning(from, nextKey, 50_000 + (int) Math.min(9_000_000, nextKey * 100)));
            LegacyStep last = traffic.next();
            legacy.take(last);
            for (int i = 1; i < STEPS; i++) {
                last = traffic.next();
                legacy.take(last);
            }
            nextKey = legacy.nextKey();
            nextStart = legacy.freeFrom().truncatedTo(ChronoUnit.HOURS).plusDays(1);
            LegacyRow control = row();
            legacy.book(control);
            await(control, "MATCH");
            stage.tell("Motorpool replays each change through its own rules, and agrees.");
            api.get("/reconciliation/report?days=1").mustBe(200);
        }

        private void loseTheDriver() throws SQLException {
            stage.tell(
                    "Then somebody changes the legacy system's export: whoever extends a reservation becomes its driver.");
            legacy.switchOn(ExportBug.EXTENDING_CHANGES_THE_DRIVER);
            LegacyRow booked = row();
            legacy.book(booked);
            LegacyRow extended = extended(booked);
            legacy.extend(extended, fleet.drivers().getLast());
            await(booked, "FIELD_DIFF");
            stage.tell("The next comparison finds it, field by field.");
            api.get(RESERVATIONS + booked.number()).mustBe(200);
            stage.tell("What is the least that shows it? And a test of it, for whoever repairs the export:");
            api.get(RESERVATIONS + booked.number() + "/shortest-history").mustBe(200);
            JsonNode test = api.get(RESERVATIONS + booked.number() + "/regression-test")
                    .expect(200)
                    .body();
            stage.tell("%s.java fails as long as the two differ, and passes once they agree:"
                    .formatted(test.path("name").asText()));
            test.path("source").asText().lines().forEach(stage::show);
            stage.tell("The export is repaired and the row corrected. The difference is gone.");
            legacy.switchOff(ExportBug.EXTENDING_CHANGES_THE_DRIVER);
            legacy.correct(extended);
            await(booked, "MATCH");
            api.get(RESERVATIONS + booked.number() + "/regression-test").mustBe(409);
        }

        private void endEarly() throws SQLException {
            stage.tell(
                    "Another change: ends are written as the last second before, like 11:59:59. Motorpool books in ten minutes.");
            legacy.switchOn(ExportBug.ENDS_A_SECOND_EARLY);
            LegacyRow booked = row();
            legacy.book(booked);
            await(booked, "DECISION_DIFF");
            JsonNode verdict =
                    api.get(RESERVATIONS + booked.number()).expect(200).body();
            stage.tell(
                    "This one is harmless until the export is repaired. The operator answers for it, until tomorrow.");
            Map<String, Object> rule = Map.of(
                    "about", verdict.path("signature").asText(),
                    "note", "내보내기가 종료 시각을 1초 일찍 기록함. 수정 예정",
                    "until",
                            Instant.now()
                                    .plus(1, ChronoUnit.DAYS)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString());
            UUID answered = api.post("/reconciliation/difference-rules", rule)
                    .expect(201)
                    .id();
            await(booked, "KNOWN_DIFFERENCE");
            api.get(RESERVATIONS + booked.number()).mustBe(200);
            legacy.switchOff(ExportBug.ENDS_A_SECOND_EARLY);
            stage.tell("May traffic move? Not before it was watched for long enough.");
            api.get("/reconciliation/gate?days=14&events=10").mustBe(200);
            stage.tell("The export is repaired: a new booking agrees.");
            LegacyRow repaired = row();
            legacy.book(repaired);
            await(repaired, "MATCH");
            api.get(RESERVATIONS + repaired.number()).mustBe(200);
            stage.tell(
                    "Nobody has to answer for anything any more: the rule is withdrawn, and would have ended tomorrow.");
            api.post("/reconciliation/difference-rules/" + answered + "/withdrawal", null)
                    .mustBe(200);
        }

        private void replay() {
            stage.tell(
                    "After a change of the rules everything is compared again, from a place in the legacy database's log on.");
            api.post("/reconciliation/replays", Map.of("log", begin, "order", 0))
                    .mustBe(200);
            api.post("/reconciliation/comparisons", Map.of("log", Long.MAX_VALUE, "order", 0))
                    .mustBe(200);
            long _ = new ReconciliationDesk(quietly).compareAll();
            api.get("/reconciliation/report?days=1").mustBe(200);
        }

        /** On a day of its own. */
        private LegacyRow row() {
            long key = nextKey++;
            LocalDateTime start = nextStart;
            nextStart = nextStart.plusHours(6);
            return new LegacyRow(
                    key,
                    "%s-%d".formatted(prefix, key),
                    fleet.company(),
                    fleet.vehicles().getFirst(),
                    fleet.drivers().getFirst(),
                    start,
                    start.plusHours(2),
                    "Y",
                    "예약완료",
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static LegacyRow extended(LegacyRow row) {
            return new LegacyRow(
                    row.key(),
                    row.number(),
                    row.company(),
                    row.vehicle(),
                    row.driver(),
                    row.start(),
                    row.end().plusMinutes(30),
                    row.corporate(),
                    row.state(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** At the watermark, not after a minute's silence (P14). */
        private void await(LegacyRow row, String kind) throws SQLException {
            Map<String, Long> watermark = Map.of("log", legacy.watermark(), "order", 3L);
            boolean seen = Processes.await(
                    () -> {
                        long _ = new ReconciliationDesk(quietly).compareUpTo(watermark);
                        Answer verdict = quietly.get(RESERVATIONS + row.number());
                        return verdict.status() == 200
                                && verdict.body().path("kind").asText().equals(kind);
                    },
                    PATIENCE);
            if (!seen) {
                throw new IllegalStateException("%s is no %s: %s"
                        .formatted(
                                row,
                                kind,
                                quietly.get(RESERVATIONS + row.number()).body()));
            }
        }
    }
}
