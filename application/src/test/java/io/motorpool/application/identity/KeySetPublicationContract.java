package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every place where keys are published promises. */
public interface KeySetPublicationContract extends AwaitedContract {

    /** Nothing is published there before the test. */
    KeySetPublication publication();

    void givenOutOfReach();

    void givenWithinReach();

    @Test
    default void in_the_beginning_nothing_is_published() {
        assertThat(result(() -> publication().published())).isEmpty();
    }

    @Test
    default void what_was_published_is_found() {
        KeySet set = new KeySet(7, List.of(aKey(), aKey(), aKey()));

        assertThat(publish(set)).isEqualTo(set);

        assertThat(result(() -> publication().published())).contains(set);
    }

    @Test
    default void even_a_set_without_a_key_is_a_set() {
        KeySet none = new KeySet(3, List.of());

        assertThat(publish(none)).isEqualTo(none);

        assertThat(result(() -> publication().published())).contains(none);
    }

    @Test
    default void a_newer_set_takes_the_place_of_an_older_one() {
        KeySet newer = new KeySet(2, List.of(aKey()));
        givenPublished(new KeySet(1, List.of(aKey())));

        assertThat(publish(newer)).isEqualTo(newer);

        assertThat(result(() -> publication().published())).contains(newer);
    }

    @Test
    default void an_older_set_never_takes_the_place_of_a_newer_one() {
        KeySet newer = new KeySet(10, List.of(aKey()));
        givenPublished(newer);

        assertThat(publish(new KeySet(9, List.of(aKey())))).isEqualTo(newer);

        assertThat(result(() -> publication().published())).contains(newer);
    }

    @Test
    default void a_set_of_the_same_version_is_put_right() {
        givenPublished(new KeySet(4, List.of(aKey())));
        KeySet right = new KeySet(4, List.of(aKey()));

        assertThat(publish(right)).isEqualTo(right);
        assertThat(publish(right)).isEqualTo(right);

        assertThat(result(() -> publication().published())).contains(right);
    }

    @Test
    default void of_several_who_publish_at_once_the_newest_stays() {
        List<KeySet> sets = new ArrayList<>();
        for (int version = 1; version <= 8; version++) {
            sets.add(new KeySet(version, List.of(aKey())));
        }

        var _ = AtOnce.each(
                sets.stream().<Callable<KeySet>>map(set -> () -> publish(set)).toList());

        assertThat(result(() -> publication().published())).contains(sets.getLast());
    }

    @Test
    default void whoever_cannot_reach_the_place_is_told_and_can_try_again() {
        KeySet before = new KeySet(1, List.of(aKey()));
        KeySet after = new KeySet(2, List.of(aKey()));
        givenPublished(before);

        givenOutOfReach();
        try {
            assertThatThrownBy(() -> publish(after)).isInstanceOf(OutOfReachException.class);
            assertThatThrownBy(() -> result(() -> publication().published())).isInstanceOf(OutOfReachException.class);
        } finally {
            givenWithinReach();
        }

        assertThat(result(() -> publication().published())).contains(before);
        assertThat(publish(after)).isEqualTo(after);
    }

    private void givenPublished(KeySet set) {
        assertThat(publish(set)).isEqualTo(set);
    }

    private KeySet publish(KeySet set) {
        return result(() -> publication().publish(set));
    }

    /** Looks like a key; nobody has its other half. */
    private static RsaPublicKey aKey() {
        BigInteger odd = new BigInteger(RsaPublicKey.FEWEST_BITS, new Random())
                .setBit(RsaPublicKey.FEWEST_BITS - 1)
                .setBit(0);
        return new RsaPublicKey(odd, BigInteger.valueOf(65_537));
    }
}
