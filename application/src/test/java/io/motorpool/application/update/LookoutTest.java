package io.motorpool.application.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryChangeSignals;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.application.shared.Soon;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.AccessRefusal.TooManyWatches;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookoutTest {

    private static final Duration GAP = Duration.ofMillis(40);
    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final Pace PACE = new Pace(GAP, SILENCE, Duration.ofMillis(20), Duration.ofSeconds(30));

    private final InMemoryChangeSignals signals = new InMemoryChangeSignals();
    private final Lookout lookout = new Lookout(signals, PACE, Clock.systemUTC(), 30);
    private final UUID thing = Ids.next();
    private final Caller caller = Callers.aMemberOf(new CompanyId(Ids.next()));
    private final AtomicReference<String> looksLike = new AtomicReference<>("one");
    private final AtomicReference<@Nullable RuntimeException> trouble = new AtomicReference<>();
    private final AtomicReference<Optional<Refusal>> refusal = new AtomicReference<>(Optional.empty());
    private final AtomicInteger looks = new AtomicInteger();
    private final List<AssertSubscriber<Decision<Sight<String>, Refusal>>> watching = new ArrayList<>();

    @AfterEach
    void nothing_is_left_of_anybody() {
        watching.forEach(watcher -> {
            var _ = watcher.cancel();
        });
        assertThat(lookout.watchers()).isZero();
        int seen = looks.get();
        signals.changed(Set.of(thing));
        assertThat(looks).hasValue(seen);
    }

    @Test
    void it_is_shown_at_once_and_whenever_it_looks_different() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));

        change("two");
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "two"));
        change("three");

        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "two", "three"));
    }

    @Test
    void what_changed_under_another_name_wakes_nobody() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        int before = looks.get();

        signals.changed(Set.of(Ids.next()));

        assertThat(looks).hasValue(before);
    }

    @Test
    void everybody_who_watches_it_is_told() {
        var one = watch(Long.MAX_VALUE);
        var other = watch(Long.MAX_VALUE);

        change("two");

        Soon.passes(() -> assertThat(told(one)).endsWith("two"));
        Soon.passes(() -> assertThat(told(other)).endsWith("two"));
    }

    /** What lay in between is not told, and the last is never missed. */
    @Test
    void a_storm_of_changes_costs_few_looks_and_ends_with_the_latest() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        long begun = System.nanoTime();

        for (int i = 0; i < 2_000; i++) {
            change("no. " + i);
        }

        Soon.passes(() -> assertThat(told(watcher)).endsWith("no. 1999"));
        long gaps = Duration.ofNanos(System.nanoTime() - begun).dividedBy(GAP);
        assertThat(looks.get()).isLessThanOrEqualTo((int) gaps + 3);
    }

    @Test
    void who_is_slow_is_not_looked_for_and_gets_the_latest() {
        var watcher = watch(1);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        for (int i = 0; i < 100; i++) {
            change("no. " + i);
        }
        Soon.passes(() -> assertThat(looks).hasValue(1));

        var _ = watcher.request(1);

        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "no. 99"));
        assertThat(looks).hasValue(2);
    }

    @Test
    void what_was_never_told_is_found_after_a_silence() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));

        looksLike.set("two");

        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "two"));
    }

    @Test
    void who_was_out_of_earshot_looks_at_once() {
        Lookout patient =
                new Lookout(signals, new Pace(GAP, Duration.ofHours(1), GAP, Duration.ofHours(2)), Clock.systemUTC());
        var watcher = watch(patient, caller, Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        looksLike.set("two");

        signals.missed();

        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "two"));
        var _ = watcher.cancel();
        assertThat(patient.watchers()).isZero();
    }

    @Test
    void when_nothing_changes_that_is_told_now_and_then() {
        var watcher = watch(Long.MAX_VALUE);

        Soon.passes(() -> assertThat(watcher.getItems())
                .hasSizeGreaterThan(2)
                .element(1)
                .isEqualTo(Decision.accept(new Sight.Same<String>())));
        assertThat(told(watcher)).containsExactly("one");
    }

    @Test
    void changes_that_show_nothing_are_not_told() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));

        change("one");
        Soon.passes(() -> assertThat(looks.get()).isGreaterThan(1));

        assertThat(watcher.getItems()).hasSize(1);
    }

    @Test
    void who_may_not_see_it_any_more_is_told_so_and_that_is_all() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        Refusal notFound = new NotFound(Thing.RESERVATION);
        refusal.set(Optional.of(notFound));

        signals.changed(Set.of(thing));

        var _ = watcher.awaitCompletion(Duration.ofSeconds(5));
        assertThat(watcher.getItems()).last().isEqualTo(Decision.refuse(notFound));
        assertThat(lookout.watchers()).isZero();
    }

    @Test
    void who_is_nobody_any_more_hears_it_from_the_edge() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        trouble.set(new IllegalStateException("the token is over"));

        signals.changed(Set.of(thing));

        assertThat(watcher.awaitFailure(Duration.ofSeconds(5)).getFailure()).hasMessage("the token is over");
        assertThat(lookout.watchers()).isZero();
    }

    @Test
    void a_store_that_is_away_for_a_while_ends_nothing() {
        var watcher = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one"));
        trouble.set(new StoreUnavailableException(new IllegalStateException("restarting")));
        change("two");
        int before = looks.get();
        Soon.passes(() -> assertThat(looks.get()).isGreaterThan(before + 2));
        assertThat(told(watcher)).containsExactly("one");

        trouble.set(null);

        Soon.passes(() -> assertThat(told(watcher)).containsExactly("one", "two"));
    }

    @Test
    void who_comes_while_the_store_is_away_is_not_let_wait() {
        trouble.set(new StoreUnavailableException(new IllegalStateException("restarting")));

        var watcher = watch(Long.MAX_VALUE);

        assertThat(watcher.awaitFailure(Duration.ofSeconds(5)).getFailure())
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void nobody_watches_for_ever() {
        Lookout brief = new Lookout(signals, new Pace(GAP, SILENCE, GAP, Duration.ofMillis(100)), Clock.systemUTC());

        var watcher = watch(brief, caller, Long.MAX_VALUE);

        var _ = watcher.awaitCompletion(Duration.ofSeconds(5));
        assertThat(told(watcher)).containsExactly("one");
        assertThat(brief.watchers()).isZero();
    }

    @Test
    void nobody_watches_more_than_their_share_and_who_stops_has_room_again() {
        for (int i = 0; i < Lookout.MOST_OF_ONE; i++) {
            var _ = watch(Long.MAX_VALUE);
        }

        var oneMore = watch(Long.MAX_VALUE);
        assertThat(oneMore.awaitCompletion().getItems())
                .containsExactly(Decision.refuse(new TooManyWatches(Lookout.MOST_OF_ONE, SILENCE)));
        var other = watch(lookout, Callers.anOperator(), Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(other)).containsExactly("one"));
        var _ = watching.getFirst().cancel();

        var again = watch(Long.MAX_VALUE);
        Soon.passes(() -> assertThat(told(again)).containsExactly("one"));
    }

    @Test
    void a_node_has_room_for_so_many() {
        for (int i = 0; i < 30; i++) {
            var _ = watch(lookout, Callers.anOperator(), Long.MAX_VALUE);
        }

        var oneMore = watch(lookout, Callers.anOperator(), Long.MAX_VALUE);

        assertThat(oneMore.awaitFailure().getFailure()).isInstanceOf(OverloadedException.class);
        assertThat(lookout.watchers()).isEqualTo(30);
    }

    private void change(String now) {
        looksLike.set(now);
        signals.changed(Set.of(thing));
    }

    private AssertSubscriber<Decision<Sight<String>, Refusal>> watch(long wanted) {
        return watch(lookout, caller, wanted);
    }

    private AssertSubscriber<Decision<Sight<String>, Refusal>> watch(Lookout from, Caller by, long wanted) {
        Watcher.Asking asking = new Watcher.Asking() {
            @Override
            public <T> Uni<T> ask(Function<Caller, Uni<T>> question) {
                return Uni.createFrom().deferred(() -> question.apply(by));
            }
        };
        AtomicReference<String> known = new AtomicReference<>("");
        var watcher = from.watch(
                        new Watcher(by, asking),
                        thing,
                        _ -> look(),
                        seen -> known.getAndSet(seen).equals(seen) ? Optional.empty() : Optional.of(seen))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(wanted));
        watching.add(watcher);
        return watcher;
    }

    private Uni<Decision<String, Refusal>> look() {
        int _ = looks.incrementAndGet();
        RuntimeException failure = trouble.get();
        if (failure != null) {
            return Uni.createFrom().failure(failure);
        }
        return Uni.createFrom()
                .item(refusal.get()
                        .<Decision<String, Refusal>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(looksLike.get())));
    }

    private static List<String> told(AssertSubscriber<Decision<Sight<String>, Refusal>> watcher) {
        return watcher.getItems().stream()
                .flatMap(decision -> decision.fold(
                        sight -> sight instanceof Sight.News<String>(String seen)
                                ? List.of(seen).stream()
                                : List.<String>of().stream(),
                        _ -> List.<String>of().stream()))
                .toList();
    }
}
