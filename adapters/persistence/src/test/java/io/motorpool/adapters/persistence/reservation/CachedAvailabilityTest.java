package io.motorpool.adapters.persistence.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.reservation.AvailabilityReader.Snapshot;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How availability is kept (P20). That it is right is for the contract to show. */
class CachedAvailabilityTest {

    private static final Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    private static final Period THIS_MORNING = hours(NOW, 1, 3);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MovedClock clock = new MovedClock(NOW);
    private final Store store = new Store();
    private final CachedAvailability availability = new CachedAvailability(store, new DirectUnitOfWork(), clock, 100);
    private final VehicleId vehicle = new VehicleId(Ids.next());

    @Test
    void who_asks_soon_after_another_gets_the_same_answer_without_a_look() {
        Instant first = asOf(ask());
        clock.move(CachedAvailability.KEPT.minus(A_MOMENT));

        assertThat(asOf(ask())).isEqualTo(first);

        assertThat(store.looks()).isEqualTo(1);
    }

    @Test
    void another_period_of_the_same_vehicle_needs_no_look_either() {
        givenAsked(THIS_MORNING);
        givenAsked(hours(NOW, -20, -10));
        clock.move(CachedAvailability.KEPT.minus(A_MOMENT));

        givenAsked(new Period(clock.instant().plusSeconds(60), clock.instant().plus(ReservationPolicy.HORIZON)));

        assertThat(store.looks()).isEqualTo(1);
        assertThat(store.asked(0).contains(hours(NOW, -20, -10))).isTrue();
        assertThat(store.asked(0).end()).isAfterOrEqualTo(clock.instant().plus(ReservationPolicy.HORIZON));
    }

    @Test
    void an_answer_that_has_become_old_is_not_given_again() {
        givenAsked();
        clock.move(CachedAvailability.KEPT);

        assertThat(asOf(ask())).isEqualTo(clock.instant());

        assertThat(store.looks()).isEqualTo(2);
    }

    @Test
    void no_answer_is_ever_older_than_promised_however_the_moments_fall() {
        for (int i = 0; i < 200; i++) {
            clock.move(Duration.ofMillis(37L * (i % 11)));

            assertThat(Duration.between(asOf(ask()), clock.instant())).isLessThan(AvailabilityReader.OLDEST);
        }
        assertThat(store.looks()).isLessThan(200);
    }

    @Test
    void an_answer_counts_from_before_it_was_read() {
        store.takes(Duration.ofMillis(1_400));
        assertThat(asOf(ask())).isEqualTo(NOW);

        clock.move(Duration.ofMillis(100));
        store.takes(Duration.ZERO);

        assertThat(asOf(ask())).isEqualTo(clock.instant());
    }

    @Test
    void an_answer_that_arrives_too_late_is_none_and_is_not_kept() {
        store.takes(AvailabilityReader.OLDEST.plus(A_MOMENT));
        assertThatThrownBy(() -> ask()).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> ask(hours(NOW, 24 * 100, 24 * 100 + 1))).isInstanceOf(StoreUnavailableException.class);

        store.takes(Duration.ZERO);

        assertThat(asOf(ask())).isEqualTo(clock.instant());
    }

    @Test
    void after_an_answer_that_arrived_too_late_it_looks_again() {
        store.takesOnce(AvailabilityReader.OLDEST.plus(A_MOMENT));

        assertThat(asOf(ask())).isEqualTo(clock.instant());

        assertThat(store.looks()).isEqualTo(2);
    }

    @Test
    void while_one_looks_all_others_wait_for_its_answer() {
        store.answersLater();

        List<UniAssertSubscriber<Optional<Snapshot>>> waiting =
                IntStream.range(0, 50).mapToObj(_ -> subscribe()).toList();
        assertThat(waiting).allSatisfy(each -> assertThat(each.getItem()).isNull());
        store.answerNow();

        assertThat(store.looks()).isEqualTo(1);
        assertThat(waiting)
                .allSatisfy(each -> assertThat(each.awaitItem().getItem()).isPresent());
    }

    @Test
    void when_an_answer_becomes_old_under_load_one_looks_again() {
        givenAsked();
        clock.move(CachedAvailability.KEPT);
        store.answersLater();

        List<UniAssertSubscriber<Optional<Snapshot>>> waiting =
                IntStream.range(0, 50).mapToObj(_ -> subscribe()).toList();
        store.answerNow();

        assertThat(store.looks()).isEqualTo(2);
        assertThat(waiting)
                .allSatisfy(each -> assertThat(asOf(each.awaitItem().getItem())).isEqualTo(clock.instant()));
    }

    @Test
    void of_many_threads_that_ask_at_the_same_moment_one_looks() throws Exception {
        store.answersLater();
        int callers = 32;
        CountDownLatch asking = new CountDownLatch(callers);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Optional<Snapshot>>> answers = threads.submit(() -> AtOnce.times(callers, () -> {
                var waiting = availability.snapshot(vehicle, THIS_MORNING).subscribeAsCompletionStage();
                asking.countDown();
                return waiting.get(5, TimeUnit.SECONDS);
            }));
            assertThat(asking.await(5, TimeUnit.SECONDS)).isTrue();
            store.answerNow();

            assertThat(answers.get(5, TimeUnit.SECONDS)).hasSize(callers).allMatch(Optional::isPresent);
        }
        assertThat(store.looks()).isEqualTo(1);
    }

    @Test
    void whoever_gives_up_waiting_leaves_the_others_their_answer() {
        store.answersLater();
        var first = subscribe();
        var second = subscribe();

        first.cancel();
        store.answerNow();

        assertThat(second.awaitItem().getItem()).isPresent();
        assertThat(store.looks()).isEqualTo(1);
    }

    @Test
    void a_failure_is_told_to_all_who_wait_and_not_kept() {
        store.answersLater();
        var first = subscribe();
        var second = subscribe();
        store.failNow();
        assertThat(first.awaitFailure().getFailure()).hasMessage("the store is away");
        assertThat(second.awaitFailure().getFailure()).hasMessage("the store is away");

        store.answersAtOnce();

        assertThat(ask()).isPresent();
        assertThat(store.looks()).isEqualTo(2);
    }

    @Test
    void a_vehicle_that_is_not_there_is_looked_for_again() {
        store.knowsNothing();
        assertThat(ask()).isEmpty();

        store.answersAtOnce();

        assertThat(ask()).isPresent();
    }

    @Test
    void a_period_farther_away_than_anyone_reserves_is_looked_up_each_time() {
        Period farAway = hours(NOW, 24 * 100, 24 * 100 + 1);

        givenAsked(farAway);
        givenAsked(farAway);

        assertThat(store.looks()).isEqualTo(2);
        assertThat(store.asked(0)).isEqualTo(farAway);
    }

    @Test
    void each_vehicle_has_an_answer_of_its_own() {
        givenAsked();

        VehicleId other = new VehicleId(Ids.next());

        assertThat(availability
                        .snapshot(other, THIS_MORNING)
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .schedule()
                        .vehicle())
                .isEqualTo(other);
    }

    @Test
    void no_more_vehicles_are_kept_than_there_is_room_for() {
        CachedAvailability small = new CachedAvailability(store, new DirectUnitOfWork(), clock, 10);
        List<VehicleId> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(new VehicleId(Ids.next()));
        }

        many.forEach(
                each -> assertThat(small.snapshot(each, THIS_MORNING).await().indefinitely())
                        .isPresent());

        assertThat(small.size()).isLessThanOrEqualTo(10);
    }

    private void givenAsked() {
        givenAsked(THIS_MORNING);
    }

    private void givenAsked(Period period) {
        assertThat(ask(period)).isPresent();
    }

    private Optional<Snapshot> ask() {
        return ask(THIS_MORNING);
    }

    private Optional<Snapshot> ask(Period period) {
        return availability.snapshot(vehicle, period).await().indefinitely();
    }

    private UniAssertSubscriber<Optional<Snapshot>> subscribe() {
        return availability.snapshot(vehicle, THIS_MORNING).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Instant asOf(Optional<Snapshot> snapshot) {
        return snapshot.orElseThrow().asOf();
    }

    private static Period hours(Instant from, int start, int end) {
        return new Period(from.plus(Duration.ofHours(start)), from.plus(Duration.ofHours(end)));
    }

    /** Counts who looks, and answers when the test says so. */
    private final class Store implements AvailabilityReader {

        private final List<Period> asked = new CopyOnWriteArrayList<>();
        private volatile CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(true);
        private volatile Duration takes = Duration.ZERO;
        private volatile boolean once;

        int looks() {
            return asked.size();
        }

        Period asked(int look) {
            return asked.get(look);
        }

        void takes(Duration time) {
            takes = time;
        }

        void takesOnce(Duration time) {
            takes = time;
            once = true;
        }

        void answersLater() {
            answer = new CompletableFuture<>();
        }

        void answersAtOnce() {
            answer = CompletableFuture.completedFuture(true);
        }

        void knowsNothing() {
            answer = CompletableFuture.completedFuture(false);
        }

        void answerNow() {
            answer.complete(true);
        }

        void failNow() {
            answer.completeExceptionally(new IllegalStateException("the store is away"));
        }

        @Override
        public Uni<Optional<Snapshot>> snapshot(VehicleId wanted, Period period) {
            asked.add(period);
            Instant asOf = clock.instant();
            clock.move(takes);
            if (once) {
                takes = Duration.ZERO;
            }
            return Uni.createFrom()
                    .completionStage(answer)
                    .map(there -> there
                            ? Optional.of(new Snapshot(
                                    new CompanyId(Ids.next()),
                                    VehicleStatus.ACTIVE,
                                    new VehicleSchedule(wanted, List.of()),
                                    asOf))
                            : Optional.empty());
        }

        @Override
        public Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page) {
            throw new AssertionError("lists are not kept");
        }
    }
}
