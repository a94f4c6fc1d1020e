package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.RequestInfo;
import com.sun.net.httpserver.HttpServer;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.ListReservationsRequest;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc.ReservationServiceBlockingStub;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Forgeries;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.bootstrap.openapi.StoredRows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What {@link ForgedBearerIT} shows of HTTP, over gRPC: one status for every forgery, and nothing happens. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedGrpcBearerIT {

    /** No client can send this one in a header. */
    private static final String NO_HEADER = "with a line feed";

    /** Far less than clocks may differ. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Longer than all headers together may be: the connection turns it away. */
    private static final String NO_HEAD = "huge";

    private final RunningSystem system;
    private final GrpcWire wire;
    private final AtomicInteger visits = new AtomicInteger();
    private final KeyPair ours;
    private final HttpServer elsewhere;
    private final UUID vehicle;
    private Instant made = Instant.EPOCH;
    private Map<String, String> kept = Map.of();

    ForgedGrpcBearerIT(RunningSystem system) throws IOException {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
        this.ours = new KeyPair(system.keys().publicKey(), system.keys().privateKey());
        this.elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.vehicle = system.newCompany().newVehicle();
    }

    @BeforeAll
    void lookBefore() {
        var _ = elsewhere.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
    }

    /** Made shortly before it is sent: what a slow machine sends later must not have become true meanwhile. */
    private String forgery(String name) throws GeneralSecurityException {
        Instant now = Instant.now();
        if (made.plus(FRESH).isBefore(now)) {
            made = now;
            kept = forgeries();
        }
        return Objects.requireNonNull(kept.get(name));
    }

    private Map<String, String> forgeries() throws GeneralSecurityException {
        return Forgeries.weRefuse(
                ours,
                good(),
                Instant.now(),
                "http://127.0.0.1:%d/jwks.json".formatted(elsewhere.getAddress().getPort()));
    }

    private Badge good() {
        return Badge.of(SignedWords.publicHalf(ours).id(), Instant.now()).ofOperator();
    }

    @AfterAll
    void stop() {
        wire.close();
        elsewhere.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> every_forgery_is_answered_as_no_token_is_and_changes_nothing() throws GeneralSecurityException {
        Map<String, String> rows = StoredRows.digest(system.parts().postgres());
        GrpcWire.Refused seeing = see(as());
        GrpcWire.Refused doing = act(as());
        assertThat(seeing.reason()).isEqualTo("unauthorized");
        Stream<DynamicTest> all = forgeries().keySet().stream()
                .filter(name -> !List.of(NO_HEADER, NO_HEAD).contains(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ClientInterceptor forged = GrpcWire.bearer(forgery(name));
                    mustBeLike(doing, act(as(forged)));
                    GrpcServices.methods().forEach(method -> mustBeLike(seeing, ask(method, forged)));
                }));
        Stream<DynamicTest> after = Stream.of(
                DynamicTest.dynamicTest(
                        "and nothing was changed",
                        () -> assertThat(StoredRows.digest(system.parts().postgres()))
                                .isEqualTo(rows)),
                DynamicTest.dynamicTest(
                        "and nobody was asked elsewhere",
                        () -> assertThat(visits).hasValue(0)));
        return Stream.concat(all, after);
    }

    /** One of two tokens would be looked at, and another part of the way might have looked at the other. */
    @Test
    void a_good_token_beside_another_one_or_in_other_words_opens_nothing() {
        String token = good().signed(ours);
        GrpcWire.Refused without = see(as());

        mustBeLike(without, see(as(GrpcWire.bearer(token), GrpcWire.bearer("x"))));
        mustBeLike(without, see(as(GrpcWire.header("authorization", token))));
        mustBeLike(without, see(as(GrpcWire.header("authorization", "Basic " + token))));
        mustBeLike(without, see(as(GrpcWire.header("cookie", "authorization=Bearer " + token))));
    }

    @Test
    void a_token_that_is_longer_than_a_head_may_be_reaches_nobody() {
        GrpcWire.Refused refused = see(as(GrpcWire.bearer("x".repeat(100_000))));

        assertThat(refused.code()).isNotEqualTo(Status.Code.OK);
        assertThat(see(as()).code()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void the_token_that_they_imitate_opens_the_door() {
        assertThat(as(GrpcWire.bearer(good().signed(ours)))
                        .listReservations(ListReservationsRequest.getDefaultInstance())
                        .getReservationsList())
                .hasSizeGreaterThanOrEqualTo(0);
    }

    @Test
    void a_token_of_the_first_server_opens_it_too_as_over_http() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        String token = FirstServer.tokenOf(
                somebody.email(), Clock.systemUTC().instant().plusSeconds(60));
        double before = counted();

        assertThat(as(GrpcWire.bearer(token))
                        .listReservations(ListReservationsRequest.getDefaultInstance())
                        .getReservationsList())
                .hasSizeGreaterThanOrEqualTo(0);
        assertThat(counted()).isEqualTo(before + 1);
    }

    private double counted() {
        return Meters.of(system.node()).value("motorpool_legacy_tokens_total", "scheme=\"FIRST_SERVER_JWT\"");
    }

    private static void mustBeLike(GrpcWire.Refused without, GrpcWire.Refused refused) {
        assertThat(refused.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(refused.exception().getStatus().getDescription())
                .isEqualTo(without.exception().getStatus().getDescription());
        assertThat(words(refused)).isEqualTo(words(without));
        assertThat(trailers(refused).keys()).isEqualTo(trailers(without).keys());
    }

    private static Metadata trailers(GrpcWire.Refused refused) {
        Metadata trailers = refused.exception().getTrailers();
        return trailers == null ? new Metadata() : trailers;
    }

    private static List<Any> words(GrpcWire.Refused refused) {
        return refused.details().stream()
                .filter(detail -> !detail.is(RequestInfo.class))
                .toList();
    }

    private ReservationServiceBlockingStub as(ClientInterceptor... headers) {
        return ReservationServiceGrpc.newBlockingStub(wire.channel())
                .withInterceptors(headers)
                .withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    private static GrpcWire.Refused see(ReservationServiceBlockingStub as) {
        return GrpcWire.refused(() -> as.listReservations(ListReservationsRequest.getDefaultInstance()));
    }

    private GrpcWire.Refused ask(MethodDescriptor<Message, Message> method, ClientInterceptor header) {
        return GrpcWire.refused(() -> GrpcServices.call(
                ClientInterceptors.intercept(wire.channel(), header), method, GrpcServices.bare(method)));
    }

    private GrpcWire.Refused act(ReservationServiceBlockingStub as) {
        Slot slot = Slot.hourIn(48);
        return GrpcWire.refused(() -> as.createReservation(CreateReservationRequest.newBuilder()
                .setRequestId("stolen")
                .setVehicle(vehicle.toString())
                .setStart(Timestamp.newBuilder().setSeconds(slot.start().getEpochSecond()))
                .setEnd(Timestamp.newBuilder().setSeconds(slot.end().getEpochSecond()))
                .setCorporate(true)
                .build()));
    }
}
