package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.GetReservationRequest;
import io.motorpool.api.reservation.v1.Reservation;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc.ReservationServiceFutureStub;
import io.motorpool.sandbox.files.Processes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever does not wait for the database is not worked for, and leaves nothing behind: neither here nor in the database. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcDeadlinesIT {

    private static final int CALLS = 1_000;
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private static final int SHORT_CALLS = 600;
    private static final int SHORT_AT_ONCE = 8;
    private static final Duration LONGEST_SHORT = Duration.ofMillis(40);

    /** As many connections as a node has. */
    private static final int POOL = 16;

    private static final String OF_THE_APPLICATION =
            "select count(*) from pg_stat_activity where usename = '%s' and pid <> pg_backend_pid()";

    private final RunningSystem system;
    private final GrpcWire wire;
    private final ClientCompany company;
    private final Person driver;

    GrpcDeadlinesIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
        this.company = system.newCompany();
        this.driver = company.newMember().withOneToken();
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void a_thousand_deadlines_that_the_database_misses_end_as_such_and_leak_nothing() throws Exception {
        Reservation reserved = reserve(company.newVehicle(), Slot.hourIn(30));
        Map<Code, Integer> outcomes = new EnumMap<>(Code.class);
        long working;

        try (Connection other = locked("reservation")) {
            for (int sent = 0; sent < CALLS; sent += AT_ONCE) {
                List<Future<?>> calls = new ArrayList<>();
                for (int call = 0; call < AT_ONCE; call++) {
                    calls.add(as(driver, PATIENCE).getReservation(named(reserved)));
                }
                for (Future<?> call : calls) {
                    outcomes.merge(outcome(call), 1, Integer::sum);
                }
            }
            assertThat(Processes.await(() -> count(" and state = 'active'") == 0, Duration.ofSeconds(2)))
                    .as("the database was told that nobody waits, long before its own time-out")
                    .isTrue();
            working = count("");
            other.rollback();
        }

        assertThat(outcomes).containsOnlyKeys(Code.DEADLINE_EXCEEDED);
        assertThat(working).isLessThanOrEqualTo(POOL + 2);
        assertThat(Processes.await(() -> count(" and state like 'idle in transaction%'") == 0, Duration.ofSeconds(2)))
                .as("no transaction is left open")
                .isTrue();
        Instant asked = Instant.now();
        for (int call = 0; call < 2 * POOL; call++) {
            assertThat(as(driver, Duration.ofSeconds(2))
                            .getReservation(named(reserved))
                            .get()
                            .getReservation())
                    .isEqualTo(reserved);
        }
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whoever_hangs_up_stops_the_question_too() throws Exception {
        Reservation reserved = reserve(company.newVehicle(), Slot.hourIn(40));

        try (Connection other = locked("reservation")) {
            var call = as(driver, Duration.ofSeconds(30)).getReservation(named(reserved));
            assertThat(Processes.await(() -> count(" and wait_event_type = 'Lock'") > 0, Duration.ofSeconds(2)))
                    .as("somebody waits for the lock; the call: %s", call.isDone() ? outcome(call) : "under way")
                    .isTrue();
            assertThat(call.cancel(true)).isTrue();
            assertThat(Processes.await(() -> count(" and state = 'active'") == 0, Duration.ofSeconds(2)))
                    .isTrue();
            other.rollback();
        }
    }

    /** Half of a change would be worse than one that nobody waited for. */
    @Test
    void a_change_that_has_begun_goes_on_to_its_end_and_is_told_when_it_is_asked_for_again() throws Exception {
        UUID vehicle = company.newVehicle();
        CreateReservationRequest request = creation(vehicle, Slot.hourIn(50));

        try (Connection other = locked("outbox")) {
            Code outcome = outcome(as(driver, PATIENCE).createReservation(request));
            assertThat(outcome).isEqualTo(Code.DEADLINE_EXCEEDED);
            other.rollback();
        }

        assertThat(Processes.await(
                        () -> driver.get("/reservations?vehicle=" + vehicle)
                                        .expect(200)
                                        .body()
                                        .path("items")
                                        .size()
                                == 1,
                        Duration.ofSeconds(5)))
                .isTrue();
        Reservation told = as(driver, Duration.ofSeconds(5))
                .createReservation(request)
                .get()
                .getReservation();
        assertThat(told.getVehicle()).isEqualTo(vehicle.toString());
    }

    /**
     * Three clocks run: the caller's, the server's own, and ours, which ends a call a moment before the server would. On a busy
     * node ours may come late; then the server resets the stream, for which HTTP/2 has no better word than CANCEL. This client
     * looks at its own clock again before it says so. One in JavaScript does not: of 2,400 calls with 0 to 13 ms it called 8
     * CANCELLED, and it was the reset that it told of.
     */
    @Test
    void however_short_a_deadline_is_the_caller_learns_that_it_has_passed() throws Exception {
        Reservation reserved = reserve(company.newVehicle(), Slot.hourIn(70));
        Map<String, Integer> outcomes = new TreeMap<>();

        for (int sent = 0; sent < SHORT_CALLS; sent++) {
            Duration patience = Duration.ofNanos(LONGEST_SHORT.toNanos() * sent / SHORT_CALLS);
            List<Future<?>> calls = new ArrayList<>();
            for (int call = 0; call < 1 + sent % SHORT_AT_ONCE; call++) {
                calls.add(as(driver, patience).getReservation(named(reserved)));
            }
            for (Future<?> call : calls) {
                outcomes.merge(words(call), 1, Integer::sum);
            }
        }

        assertThat(outcomes).containsOnlyKeys("OK", "DEADLINE_EXCEEDED");
    }

    /** Whatever else it is, it says what. */
    private static String words(Future<?> call) throws InterruptedException {
        try {
            Object _ = call.get();
            return Code.OK.name();
        } catch (ExecutionException failed) {
            Status status = Status.fromThrowable(failed);
            return status.getCode() == Code.DEADLINE_EXCEEDED ? status.getCode().name() : status.toString();
        }
    }

    @Test
    void a_deadline_that_has_passed_already_asks_nobody() throws Exception {
        UUID vehicle = company.newVehicle();

        Code outcome = outcome(as(driver, Duration.ofNanos(1)).createReservation(creation(vehicle, Slot.hourIn(60))));

        assertThat(outcome).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(driver.get("/reservations?vehicle=" + vehicle)
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private static Code outcome(Future<?> call) throws InterruptedException {
        try {
            Object _ = call.get();
            return Code.OK;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof StatusRuntimeException refused
                    ? refused.getStatus().getCode()
                    : Code.UNKNOWN;
        } catch (CancellationException _) {
            return Code.CANCELLED;
        }
    }

    private Connection locked(String table) throws SQLException {
        Connection connection =
                system.parts().postgres().connect(system.parts().postgres().owner());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute("lock table %s in access exclusive mode".formatted(table));
        }
        return connection;
    }

    /** Connections of the application, counted by one who may see what others do. */
    private long count(String condition) {
        try (Connection connection = system.parts()
                        .postgres()
                        .connect(system.parts().postgres().superuser());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OF_THE_APPLICATION.formatted(
                                system.parts().postgres().app().user())
                        + condition)) {
            boolean _ = row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ReservationServiceFutureStub as(Person person, Duration patience) {
        return ReservationServiceGrpc.newFutureStub(wire.channel())
                .withInterceptors(GrpcWire.bearer(person.token()))
                .withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Reservation reserve(UUID vehicle, Slot slot) {
        return ReservationServiceGrpc.newBlockingStub(wire.channel())
                .withInterceptors(GrpcWire.bearer(driver.token()))
                .createReservation(creation(vehicle, slot))
                .getReservation();
    }

    private static CreateReservationRequest creation(UUID vehicle, Slot slot) {
        return CreateReservationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setVehicle(vehicle.toString())
                .setStart(Timestamp.newBuilder().setSeconds(slot.start().getEpochSecond()))
                .setEnd(Timestamp.newBuilder().setSeconds(slot.end().getEpochSecond()))
                .setCorporate(true)
                .build();
    }

    private static GetReservationRequest named(Reservation reservation) {
        return GetReservationRequest.newBuilder().setId(reservation.getId()).build();
    }
}
