package io.motorpool.application.update;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whoever watches with all the time in the world, and never changes. */
final class Somebody {

    private Somebody() {}

    static Watcher watching(Caller caller) {
        return new Watcher(caller, new Watcher.Asking() {
            @Override
            public <T> Uni<T> ask(Function<Caller, Uni<T>> question) {
                return Uni.createFrom().deferred(() -> question.apply(caller));
            }
        });
    }

    static <T> AssertSubscriber<Decision<Sight<T>, Refusal>> told(Multi<Decision<Sight<T>, Refusal>> watched) {
        return watched.subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    static <T> List<T> news(AssertSubscriber<Decision<Sight<T>, Refusal>> watcher) {
        return watcher.getItems().stream()
                .flatMap(decision -> decision.<Stream<T>>fold(
                        sight -> sight instanceof Sight.News<T>(var seen) ? Stream.of(seen) : Stream.empty(),
                        _ -> Stream.empty()))
                .toList();
    }
}
