package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.identity.IdentityEvent.KeyActivated;
import io.motorpool.domain.identity.IdentityEvent.KeyPrepared;
import io.motorpool.domain.identity.IdentityEvent.KeyPublished;
import io.motorpool.domain.identity.IdentityEvent.KeyRemoved;
import io.motorpool.domain.identity.IdentityEvent.KeyRetired;
import io.motorpool.domain.identity.IdentityEvent.KeyRevoked;
import io.motorpool.domain.identity.KeyRing.Turned;
import io.motorpool.domain.identity.SigningKey.Active;
import io.motorpool.domain.identity.SigningKey.Prepared;
import io.motorpool.domain.identity.SigningKey.Published;
import io.motorpool.domain.identity.SigningKey.Retired;
import io.motorpool.domain.identity.SigningKey.Revoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final KeyTimings TIMINGS = KeyTimings.PUBLISHED;
    private static final KeyRingId ID = new KeyRingId(new UUID(6, 1));
    private static final Duration LEAD = TIMINGS.lead();
    private static final Instant ROTATION = MONDAY_9AM.plus(TIMINGS.signsFor());

    @Test
    void a_key_is_prepared_when_there_is_no_next_one() {
        Turned turned = KeyRing.empty(ID).prepare(key(1), MONDAY_9AM);

        assertThat(turned.ring().keys()).containsExactly(new Prepared(key(1), MONDAY_9AM));
        assertThat(turned.facts()).containsExactly(new KeyPrepared(ID, key(1).id(), MONDAY_9AM));
        assertThat(turned.ring().toPublish()).isEqualTo(new KeySet(1, List.of(key(1))));
    }

    @Test
    void of_two_nodes_that_made_a_key_at_once_the_second_made_one_too_many() {
        KeyRing ring = KeyRing.empty(ID).prepare(key(1), MONDAY_9AM).ring();

        assertThat(ring.prepare(key(2), MONDAY_9AM)).isEqualTo(new Turned(ring, List.of()));
    }

    @Test
    void a_prepared_key_counts_as_visible_from_when_it_was_read_back() {
        KeyRing ring = KeyRing.empty(ID).prepare(key(1), MONDAY_9AM).ring();
        Instant later = MONDAY_9AM.plusSeconds(30);

        assertThat(ring.seen(new KeySet(0, List.of()), later).ring()).isEqualTo(ring);
        assertThat(ring.seen(ring.toPublish(), later).ring().keys()).containsExactly(new Published(key(1), later));
        assertThat(ring.seen(ring.toPublish(), later).facts())
                .containsExactly(new KeyPublished(ID, key(1).id(), later));
    }

    @Test
    void the_first_key_signs_as_soon_as_it_is_published_and_says_that_it_is_early() {
        KeyRing ring = ring(new Published(key(1), MONDAY_9AM));

        Turned turned = ring.activateDue(MONDAY_9AM, TIMINGS);

        assertThat(turned.ring().active()).contains(new Active(key(1), MONDAY_9AM));
        assertThat(turned.facts()).containsExactly(new KeyActivated(ID, key(1).id(), true, MONDAY_9AM));
    }

    @Test
    void a_prepared_key_never_signs() {
        assertThat(ring(new Prepared(key(1), MONDAY_9AM))
                        .activateDue(ROTATION, TIMINGS)
                        .ring()
                        .active())
                .isEmpty();
    }

    @Test
    void the_next_key_takes_over_when_the_schedule_says_so() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), MONDAY_9AM));

        Turned turned = ring.activateDue(ROTATION, TIMINGS);

        assertThat(ring.activateDue(ROTATION.minusMillis(1), TIMINGS).ring()).isEqualTo(ring);
        assertThat(turned.ring().keys()).containsExactly(new Retired(key(1), ROTATION), new Active(key(2), ROTATION));
        assertThat(turned.facts())
                .containsExactly(
                        new KeyRetired(ID, key(1).id(), ROTATION), new KeyActivated(ID, key(2).id(), false, ROTATION));
    }

    @Test
    void a_key_does_not_sign_before_it_was_visible_long_enough_however_due_it_is() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), ROTATION))
                .hurry();

        assertThat(ring.activateDue(ROTATION.plus(LEAD).minusMillis(1), TIMINGS).ring())
                .isEqualTo(ring);
        assertThat(ring.activateDue(ROTATION.plus(LEAD), TIMINGS).ring().active())
                .contains(new Active(key(2), ROTATION.plus(LEAD)));
    }

    @Test
    void the_wait_covers_ten_minutes_and_clocks_that_differ() {
        assertThat(LEAD).isEqualTo(Duration.ofSeconds(660));
    }

    @Test
    void a_key_that_has_gone_from_the_published_set_begins_to_wait_anew() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), MONDAY_9AM));
        Instant noticed = MONDAY_9AM.plusSeconds(500);

        KeyRing reset = ring.seen(new KeySet(1, List.of(key(1))), noticed).ring();
        KeyRing backAgain =
                reset.seen(new KeySet(2, List.of(key(1), key(2))), noticed).ring();

        assertThat(reset.keys()).contains(new Prepared(key(2), noticed));
        assertThat(backAgain.keys()).contains(new Published(key(2), noticed));
        assertThat(backAgain.keys()).contains(new Active(key(1), MONDAY_9AM));
    }

    @Test
    void a_rotation_can_be_asked_for_once() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), MONDAY_9AM));
        Instant now = MONDAY_9AM.plus(LEAD);

        assertThat(ring.activateDue(now, TIMINGS).ring()).isEqualTo(ring);
        KeyRing turned = ring.hurry().activateDue(now, TIMINGS).ring();

        assertThat(turned.active()).contains(new Active(key(2), now));
        assertThat(turned.hurried()).isFalse();
    }

    @Test
    void an_old_key_stays_published_until_its_last_token_has_expired_everywhere() {
        KeyRing ring = ring(new Active(key(2), MONDAY_9AM), new Retired(key(1), MONDAY_9AM));
        Instant end = MONDAY_9AM.plus(TIMINGS.keptAfterUse());

        assertThat(TIMINGS.keptAfterUse()).isGreaterThanOrEqualTo(Duration.ofSeconds(15 * 60 + 60));
        assertThat(ring.toDestroy(end.minusMillis(1), TIMINGS)).isEmpty();
        assertThat(ring.toPublish().ids()).contains(key(1).id());
        assertThat(ring.toDestroy(end, TIMINGS)).containsExactly(key(1).id());
    }

    @Test
    void a_key_is_taken_off_the_ring_once_it_is_destroyed() {
        KeyRing ring = ring(new Active(key(2), MONDAY_9AM), new Retired(key(1), MONDAY_9AM));
        Instant end = MONDAY_9AM.plus(TIMINGS.keptAfterUse());

        Turned turned = ring.remove(List.of(key(1).id(), key(2).id()), end, TIMINGS);

        assertThat(turned.ring().keys()).containsExactly(new Active(key(2), MONDAY_9AM));
        assertThat(turned.ring().setVersion()).isGreaterThan(ring.setVersion());
        assertThat(turned.facts()).containsExactly(new KeyRemoved(ID, key(1).id(), end));
        assertThat(turned.ring().remove(List.of(key(1).id()), end, TIMINGS))
                .isEqualTo(new Turned(turned.ring(), List.of()));
    }

    @Test
    void a_stolen_key_is_replaced_in_the_same_moment_by_the_next_one() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), MONDAY_9AM));
        Instant now = MONDAY_9AM.plus(LEAD);

        Turned turned = accepted(ring.revoke(key(1).id(), now, TIMINGS));

        assertThat(turned.ring().keys()).containsExactly(new Revoked(key(1), now), new Active(key(2), now));
        assertThat(turned.ring().toPublish()).isEqualTo(new KeySet(ring.setVersion() + 1, List.of(key(2))));
        assertThat(turned.facts())
                .containsExactly(new KeyRevoked(ID, key(1).id(), now), new KeyActivated(ID, key(2).id(), false, now));
    }

    @Test
    void if_the_next_key_is_too_new_it_takes_over_nevertheless_and_says_so() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Published(key(2), MONDAY_9AM));

        Turned turned = accepted(ring.revoke(key(1).id(), MONDAY_9AM, TIMINGS));

        assertThat(turned.facts()).contains(new KeyActivated(ID, key(2).id(), true, MONDAY_9AM));
    }

    @Test
    void without_a_published_next_key_nobody_signs_until_one_is_published() {
        KeyRing ring = ring(new Active(key(1), MONDAY_9AM), new Prepared(key(2), MONDAY_9AM));

        KeyRing revoked =
                accepted(ring.revoke(key(1).id(), MONDAY_9AM, TIMINGS)).ring();
        KeyRing seen = revoked.seen(revoked.toPublish(), MONDAY_9AM).ring();

        assertThat(revoked.active()).isEmpty();
        assertThat(seen.activateDue(MONDAY_9AM, TIMINGS).ring().active()).contains(new Active(key(2), MONDAY_9AM));
    }

    @Test
    void a_revoked_key_is_destroyed_at_once_and_cannot_be_revoked_again() {
        KeyRing ring = accepted(ring(new Active(key(1), MONDAY_9AM), new Retired(key(2), MONDAY_9AM))
                        .revoke(key(2).id(), MONDAY_9AM, TIMINGS))
                .ring();

        assertThat(ring.active()).isPresent();
        assertThat(ring.toDestroy(MONDAY_9AM, TIMINGS)).containsExactly(key(2).id());
        assertThat(refused(ring.revoke(key(2).id(), MONDAY_9AM, TIMINGS))).isEqualTo(new NotFound(Thing.SIGNING_KEY));
        assertThat(refused(ring.revoke(key(9).id(), MONDAY_9AM, TIMINGS))).isEqualTo(new NotFound(Thing.SIGNING_KEY));
        assertThat(ring.remove(List.of(key(2).id()), MONDAY_9AM, TIMINGS).ring().setVersion())
                .isEqualTo(ring.setVersion());
    }

    @Test
    void a_set_from_a_future_that_was_forgotten_is_overtaken() {
        KeyRing restored = ring(new Active(key(1), MONDAY_9AM));

        KeyRing ahead =
                restored.seen(new KeySet(900, List.of(key(7))), MONDAY_9AM).ring();

        assertThat(ahead.toPublish()).isEqualTo(new KeySet(901, List.of(key(1))));
    }

    @Test
    void one_key_signs_at_a_time_and_is_on_the_ring_once() {
        assertThatThrownBy(() -> ring(new Active(key(1), MONDAY_9AM), new Active(key(2), MONDAY_9AM)))
                .hasMessage("one key signs at a time");
        assertThatThrownBy(() -> ring(new Active(key(1), MONDAY_9AM), new Retired(key(1), MONDAY_9AM)))
                .hasMessage("a key is on the ring once");
    }

    private static KeyRing ring(SigningKey... keys) {
        return new KeyRing(ID, List.of(keys), 10, false);
    }
}
