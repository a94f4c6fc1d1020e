package io.motorpool.adapters.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenPairsTest {

    private final List<UniEmitter<? super TokenPair>> fetches = new ArrayList<>();
    private final TokenPairs pairs = new TokenPairs(() -> Uni.createFrom().emitter(fetches::add));

    @Test
    void thirty_two_that_need_a_pair_wait_for_one_fetch() {
        List<Asking> waiting =
                Stream.generate(() -> ask(pairs.current())).limit(32).toList();

        fetches.getFirst().complete(pair(1));

        assertThat(fetches).hasSize(1);
        assertThat(waiting).allSatisfy(one -> assertThat(one.got()).isEqualTo(pair(1)));
    }

    @Test
    void thirty_two_that_are_refused_with_the_same_pair_wait_for_one_fetch() {
        givenFetched(pair(1));

        List<Asking> waiting =
                Stream.generate(() -> ask(pairs.insteadOf(pair(1)))).limit(32).toList();
        fetches.get(1).complete(pair(2));

        assertThat(fetches).hasSize(2);
        assertThat(waiting).allSatisfy(one -> assertThat(one.got()).isEqualTo(pair(2)));
    }

    @Test
    void who_is_refused_late_takes_the_pair_that_is_there_already() {
        givenFetched(pair(1));
        Asking first = ask(pairs.insteadOf(pair(1)));
        fetches.get(1).complete(pair(2));
        assertThat(first.got()).isEqualTo(pair(2));

        Asking late = ask(pairs.insteadOf(pair(1)));

        assertThat(late.got()).isEqualTo(pair(2));
        assertThat(fetches).hasSize(2);
    }

    @Test
    void a_fetch_that_fails_fails_who_waits_and_the_next_one_fetches_anew() {
        Asking first = ask(pairs.current());
        fetches.getFirst().fail(new IllegalStateException("down"));
        assertThatThrownBy(first::got).hasMessage("down");

        Asking second = ask(pairs.current());
        fetches.get(1).complete(pair(1));

        assertThat(second.got()).isEqualTo(pair(1));
    }

    @Test
    void a_pair_is_not_shown() {
        assertThat(pair(1).toString()).doesNotContain("token", "cookie=");
    }

    private record Asking(UniAssertSubscriber<TokenPair> subscriber) {

        TokenPair got() {
            if (subscriber.getFailure() != null) {
                throw new IllegalStateException(subscriber.getFailure().getMessage());
            }
            return subscriber.assertCompleted().getItem();
        }
    }

    private static Asking ask(Uni<TokenPair> question) {
        return new Asking(question.subscribe().withSubscriber(UniAssertSubscriber.create()));
    }

    private void givenFetched(TokenPair pair) {
        Asking _ = ask(pairs.current());
        fetches.getFirst().complete(pair);
    }

    private static TokenPair pair(int number) {
        return new TokenPair("token" + number, "cookie=" + number);
    }
}
