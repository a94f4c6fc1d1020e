package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import io.motorpool.api.map.v1.VehicleOfZone;
import io.motorpool.api.reservation.v1.Reservation;
import io.motorpool.api.reservation.v1.ReservationStatus;
import io.motorpool.api.update.v1.UpdateServiceGrpc;
import io.motorpool.api.update.v1.UpdateServiceGrpc.UpdateServiceStub;
import io.motorpool.api.update.v1.WatchReservationRequest;
import io.motorpool.api.update.v1.WatchReservationResponse;
import io.motorpool.api.update.v1.WatchZoneRequest;
import io.motorpool.api.update.v1.WatchZoneResponse;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.token.Claims;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody changes over HTTP is seen by whoever watches it over gRPC, on whichever node. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchingIT {

    /**
     * From the answer to whoever changes it to the answer to whoever watches it: less than the 15 s after which they would look
     * without having been told.
     */
    private static final Duration SOON = Duration.ofSeconds(6);

    /** Of a node that has just been started; less than after which it would look by itself. */
    private static final Duration WARMING_UP = Duration.ofSeconds(10);

    private final RunningSystem system;
    private final GrpcWire wire;
    private final ClientCompany company;
    private final Person driver;

    WatchingIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
        this.company = system.newCompany();
        this.driver = company.newMember();
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void what_is_changed_over_http_is_soon_seen_by_everybody_who_watches() {
        Answer reserved = reserved(24);
        try (var one = watch(driver.token(), reserved, "");
                var other = watch(company.admin().token(), reserved, "")) {
            assertThat(shown(one.next()).getEtag()).isEqualTo(reserved.etag());
            assertThat(shown(other.next()).getEtag()).isEqualTo(reserved.etag());

            Answer moved = driver.reschedule(reserved, Slot.hourIn(26)).expect(200);

            assertThat(shown(one.next(SOON)).getEtag()).isEqualTo(moved.etag());
            assertThat(shown(other.next(SOON)).getEtag()).isEqualTo(moved.etag());
            driver.step(moved, "cancellation", Map.of()).mustBe(200);
            assertThat(shown(one.next(SOON)).getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_CANCELLED);
            assertThat(shown(other.next(SOON)).getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_CANCELLED);
        }
    }

    @Test
    void who_comes_back_learns_what_they_missed_and_nothing_twice() {
        Answer reserved = reserved(28);
        String token;
        try (var first = watch(driver.token(), reserved, "")) {
            token = first.next().getResumeToken();
        }

        try (var upToDate = watch(driver.token(), reserved, token)) {
            assertThat(upToDate.next().hasReservation()).isFalse();
        }
        Answer moved = driver.reschedule(reserved, Slot.hourIn(30)).expect(200);
        try (var behind = watch(driver.token(), reserved, token)) {
            assertThat(shown(behind.next()).getEtag()).isEqualTo(moved.etag());
        }
        try (var byEtag = watch(driver.token(), reserved, moved.etag())) {
            assertThat(byEtag.next().hasReservation()).isFalse();
        }
    }

    @Test
    void what_changes_on_one_node_is_seen_on_another() {
        Answer reserved = reserved(32);
        try (MotorpoolProcess second = system.node().sibling("watched")) {
            second.start();
            try (GrpcWire there = GrpcWire.to(second);
                    var watcher = watch(there, driver.token(), reserved, "")) {
                WatchReservationResponse _ = watcher.next();

                Answer moved = driver.reschedule(reserved, Slot.hourIn(34)).expect(200);
                assertThat(shown(watcher.next(WARMING_UP)).getEtag()).isEqualTo(moved.etag());
                Answer again = driver.reschedule(moved, Slot.hourIn(33)).expect(200);

                assertThat(shown(watcher.next(SOON)).getEtag()).isEqualTo(again.etag());
            }
        }
    }

    @Test
    void who_hangs_up_or_lets_the_deadline_pass_leaves_nothing() {
        Answer reserved = reserved(36);
        assertThat(watchers()).isZero();
        var watcher = watch(driver.token(), reserved, "");
        WatchReservationResponse _ = watcher.next();
        assertThat(watchers()).isEqualTo(1);

        watcher.close();
        double _ = Eventually.of(this::watchers, left -> left == 0);

        var brief = Watched.of(
                stub(wire, driver.token()).withDeadlineAfter(2, TimeUnit.SECONDS)::watchReservation,
                request(reserved, ""));
        WatchReservationResponse _ = brief.next();
        assertThat(watchers()).isEqualTo(1);

        assertThat(brief.end().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        Instant ended = Instant.now();
        double _ = Eventually.of(this::watchers, left -> left == 0);
        assertThat(Duration.between(ended, Instant.now()))
                .as("it is not left to the next look")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void what_may_not_be_seen_is_not_there_to_be_watched() {
        Answer reserved = reserved(40);

        var colleague = watch(company.newMember().token(), reserved, "").refusal();
        var stranger = watch(system.newCompany().admin().token(), reserved, "").refusal();
        var nobody = Watched.of(UpdateServiceGrpc.newStub(wire.channel())::watchReservation, request(reserved, ""))
                .refusal();
        var nonsense = watch(driver.token(), reserved, "nonsense").refusal();

        assertThat(List.of(colleague.code(), stranger.code())).containsOnly(Code.NOT_FOUND);
        assertThat(List.of(colleague.reason(), stranger.reason())).containsOnly("not-found");
        assertThat(nobody.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(nobody.reason()).isEqualTo("unauthorized");
        assertThat(nonsense.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(nonsense.reason()).isEqualTo("invalid-request");
    }

    @Test
    void who_is_disabled_sees_nothing_any_more() {
        Somebody agent = Somebody.active(system, "SUPPORT_AGENT");
        Answer reserved = reserved(44);
        try (var watcher = watch(Somebody.access(agent.signIn().expect(201)), reserved, "")) {
            assertThat(watcher.next().hasReservation()).isTrue();

            system.operator()
                    .api()
                    .post(
                            "/users/" + agent.id() + "/disablement",
                            null,
                            "If-Match",
                            agent.asOperatorSees().etag())
                    .mustBe(200);

            assertThat(watcher.refusal().code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(watcher.refusal().reason()).isEqualTo("unauthorized");
        }
    }

    @Test
    void who_leaves_the_company_sees_nothing_of_it_any_more() {
        Somebody leaver = Somebody.active(system);
        Answer member = company.enrol(leaver.id(), "김민수");
        UUID _ = company.newVehicle();
        String token = Somebody.access(leaver.signIn().expect(201));
        try (var watcher = watchZone(token, company.zone(), Slot.hourIn(24), "")) {
            assertThat(watcher.next().getVehiclesList()).isNotEmpty();

            company.admin()
                    .api()
                    .post("/members/" + member.id() + "/retirement", null, "If-Match", member.etag())
                    .mustBe(200);

            assertThat(watcher.refusal().code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(watcher.refusal().reason()).isEqualTo("unauthorized");
        }
        assertThat(watchZone(token, company.zone(), Slot.hourIn(24), "")
                        .refusal()
                        .code())
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(system.anonymous().as(token).get("/zones/" + company.zone()).status())
                .isEqualTo(401);
    }

    @Test
    void a_stream_ends_with_the_token_that_it_was_asked_for_with() {
        Answer reserved = reserved(48);
        Instant now = Instant.now();
        String brief = system.tokens()
                .sign(Claims.business(driver.user(), company.id(), now, "MEMBER")
                        .withLifetime(now.minus(Claims.LIFETIME).minusSeconds(55), now.minusSeconds(55)));
        try (var watcher = watch(brief, reserved, "")) {
            assertThat(watcher.next().hasReservation()).isTrue();

            assertThat(watcher.refusal().code()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void nobody_watches_more_than_their_share() {
        Answer reserved = reserved(52);
        List<Watched<?, WatchReservationResponse>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var watcher = watch(driver.token(), reserved, "");
            WatchReservationResponse _ = watcher.next();
            all.add(watcher);
        }

        GrpcWire.Refused refused = watch(driver.token(), reserved, "").refusal();
        all.forEach(Watched::close);

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(refused.reason()).isEqualTo("too-many-watches");
        assertThat(refused.info().getMetadataMap()).containsEntry("most", "20");
        double _ = Eventually.of(this::watchers, left -> left == 0);
        try (var again = watch(driver.token(), reserved, "")) {
            assertThat(again.next().hasReservation()).isTrue();
        }
    }

    @Test
    void of_a_zone_everything_is_shown_and_then_what_has_changed() {
        ClientCompany other = system.newCompany();
        Person member = other.newMember();
        String one = other.newVehicle().toString();
        UUID taken = other.newVehicle();
        Slot slot = Slot.hourIn(60);
        try (var watcher = watchZone(member, other.zone(), slot, "")) {
            WatchZoneResponse first = watcher.next();
            assertThat(first.getWhole()).isTrue();
            assertThat(first.getTruncated()).isFalse();
            assertThat(first.getVehiclesList())
                    .extracting(VehicleOfZone::getVehicle)
                    .containsExactlyInAnyOrder(one, taken.toString());
            assertThat(first.getVehiclesList()).allMatch(VehicleOfZone::getAvailable);

            Answer reserved = other.newMember().reserve(taken, slot).expect(201);
            WatchZoneResponse second = watcher.next(SOON);
            assertThat(second.getWhole()).isFalse();
            assertThat(second.getVehiclesList()).singleElement().satisfies(row -> {
                assertThat(row.getVehicle()).isEqualTo(taken.toString());
                assertThat(row.getAvailable()).isFalse();
                assertThat(row.getWhyNot().getReason()).isEqualTo("vehicle-taken");
            });

            var _ = system.support()
                    .occupy(UUID.fromString(one), slot, "BLOCK", false)
                    .expect(201);
            assertThat(watcher.next(SOON).getVehiclesList()).singleElement().satisfies(row -> {
                assertThat(row.getVehicle()).isEqualTo(one);
                assertThat(row.getAvailable()).isFalse();
            });

            String known = second.getResumeToken();
            assertThat(reserved.status()).isEqualTo(201);
            try (var behind = watchZone(member, other.zone(), slot, known)) {
                assertThat(behind.next().getWhole()).isTrue();
            }
        }
        try (var first = watchZone(member, other.zone(), slot, "")) {
            String known = first.next().getResumeToken();
            try (var upToDate = watchZone(member, other.zone(), slot, known)) {
                assertThat(upToDate.next()).isEqualTo(WatchZoneResponse.getDefaultInstance());
            }
        }
        GrpcWire.Refused stranger = watchZone(driver, other.zone(), slot, "").refusal();
        assertThat(stranger.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(watchZone(member, other.zone(), slot, "nonsense").refusal().reason())
                .isEqualTo("invalid-request");
    }

    /** As when PostgreSQL is started again: what was missed meanwhile is looked for. */
    @Test
    void a_node_that_could_not_hear_for_a_while_looks_again() throws SQLException {
        Answer reserved = reserved(56);
        try (var watcher = watch(driver.token(), reserved, "")) {
            WatchReservationResponse _ = watcher.next();

            assertThat(deafened()).isEqualTo(1);
            Answer moved = driver.reschedule(reserved, Slot.hourIn(58)).expect(200);

            assertThat(shown(watcher.next(Duration.ofSeconds(5))).getEtag()).isEqualTo(moved.etag());
            driver.step(moved, "cancellation", Map.of()).mustBe(200);
            assertThat(shown(watcher.next(Duration.ofSeconds(5))).getStatus())
                    .isEqualTo(ReservationStatus.RESERVATION_STATUS_CANCELLED);
        }
    }

    @Test
    void streams_outlive_the_database_and_whoever_comes_meanwhile_is_told_to_come_again() throws SQLException {
        Answer reserved = reserved(62);
        PostgresPart postgres = system.parts().postgres();
        system.databaseGoesAway();
        try (var watcher = watch(driver.token(), reserved, "");
                var zone = watchZone(driver, company.zone(), Slot.hourIn(64), "")) {
            String token = watcher.next().getResumeToken();
            WatchZoneResponse _ = zone.next();

            writeThrough(postgres);
            postgres.stop();
            var tooEarly = watch(driver.token(), reserved, token).refusal();
            postgres.start();
            Answer moved =
                    Eventually.of(() -> driver.reschedule(reserved, Slot.hourIn(64)), answer -> answer.status() == 200);

            assertThat(tooEarly.code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(tooEarly.reason()).isEqualTo("temporarily-unavailable");
            assertThat(shown(watcher.next(WARMING_UP)).getEtag()).isEqualTo(moved.etag());
            assertThat(zone.next(WARMING_UP).getVehiclesList())
                    .extracting(VehicleOfZone::getVehicle)
                    .contains(moved.body().path("vehicle").asText());
            try (var behind = watch(driver.token(), reserved, token)) {
                assertThat(shown(behind.next()).getEtag()).isEqualTo(moved.etag());
            }
        }
    }

    /** The database of the tests may lose what it has just stored; what they are about is not that. */
    private static void writeThrough(PostgresPart postgres) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement()) {
            boolean _ = statement.execute("CHECKPOINT");
        }
    }

    /** How many connections were listened on, until now. */
    private int deafened() throws SQLException {
        var postgres = system.parts().postgres();
        try (Connection connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")) {
            boolean _ = rows.next();
            return rows.getInt(1);
        }
    }

    private double watchers() {
        return Meters.of(system.node()).value("motorpool_watchers");
    }

    private Answer reserved(int hours) {
        UUID vehicle = company.newVehicle();
        return driver.reserve(vehicle, Slot.hourIn(hours)).expect(201);
    }

    private Watched<WatchReservationRequest, WatchReservationResponse> watch(
            String token, Answer reserved, String resumeToken) {
        return watch(wire, token, reserved, resumeToken);
    }

    private static Watched<WatchReservationRequest, WatchReservationResponse> watch(
            GrpcWire node, String token, Answer reserved, String resumeToken) {
        return Watched.of(stub(node, token)::watchReservation, request(reserved, resumeToken));
    }

    private static UpdateServiceStub stub(GrpcWire node, String token) {
        return UpdateServiceGrpc.newStub(node.channel()).withInterceptors(GrpcWire.bearer(token));
    }

    private static WatchReservationRequest request(Answer reserved, String resumeToken) {
        return WatchReservationRequest.newBuilder()
                .setId(reserved.id().toString())
                .setResumeToken(resumeToken)
                .build();
    }

    private Watched<WatchZoneRequest, WatchZoneResponse> watchZone(
            Person by, UUID zone, Slot slot, String resumeToken) {
        return watchZone(by.token(), zone, slot, resumeToken);
    }

    private Watched<WatchZoneRequest, WatchZoneResponse> watchZone(
            String token, UUID zone, Slot slot, String resumeToken) {
        return Watched.of(
                stub(wire, token)::watchZone,
                WatchZoneRequest.newBuilder()
                        .setZone(zone.toString())
                        .setStart(Timestamp.newBuilder().setSeconds(slot.start().getEpochSecond()))
                        .setEnd(Timestamp.newBuilder().setSeconds(slot.end().getEpochSecond()))
                        .setResumeToken(resumeToken)
                        .build());
    }

    private static Reservation shown(WatchReservationResponse answer) {
        assertThat(answer.hasReservation()).isTrue();
        assertThat(answer.getResumeToken()).isEqualTo(answer.getReservation().getEtag());
        return answer.getReservation();
    }
}
