package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryOutbox;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.SigningKey.Stage;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The issuer's keys from the first one on, on one node and on two. */
class KeyRingTest {

    private static final KeyTimings TIMINGS = KeyTimings.PUBLISHED;

    private final MovedClock clock = new MovedClock(IdentityFixtures.NOON);
    private final InMemoryIdentity stores = new InMemoryIdentity(clock);
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final CheapSigningKeys keys = new CheapSigningKeys();
    private final InMemoryKeySetPublication publication = new InMemoryKeySetPublication();
    private final SecurityJournal journal = new SecurityJournal(stores.trail, outbox, clock, Ids::next);
    private final KeyRingSteps steps =
            new KeyRingSteps(stores.unitOfWork, stores.rings, keys, publication, journal, TIMINGS, clock);
    private final TurnKeyRing turnKeyRing = new TurnKeyRingService(steps);
    private final LookAfterKeys lookAfterKeys =
            new LookAfterKeysService(stores.unitOfWork, stores.rings, stores.cutOffs, steps, journal, clock);

    @Test
    void the_first_key_signs_as_soon_as_it_is_published_and_the_next_one_is_made_the_turn_after() {
        assertThat(stages(turn())).containsExactly(Stage.ACTIVE);
        assertThat(stages(turn())).containsExactly(Stage.ACTIVE, Stage.PUBLISHED);

        assertThat(published().ids()).isEqualTo(keys.kept());
        assertThat(told())
                .containsExactly(
                        SecurityEvent.KEY_PREPARED,
                        SecurityEvent.KEY_PUBLISHED,
                        SecurityEvent.KEY_ACTIVATED,
                        SecurityEvent.KEY_PREPARED,
                        SecurityEvent.KEY_PUBLISHED);
        assertThat(stores.trail.entries().get(2).facts()).containsEntry("early", "true");
    }

    @Test
    void a_turn_in_which_nothing_is_due_leaves_no_trace() {
        KeyRingView settled = settled();
        int told = told().size();

        assertThat(turn()).isEqualTo(settled);

        assertThat(told()).hasSize(told);
    }

    @Test
    void keys_take_turns_by_the_schedule_and_the_old_one_goes_when_its_last_token_has_expired() {
        KeyId first = settled().keys().getFirst().id();
        clock.move(TIMINGS.signsFor());

        assertThat(stages(turn())).containsExactly(Stage.RETIRED, Stage.ACTIVE);
        assertThat(stages(turn())).containsExactly(Stage.RETIRED, Stage.ACTIVE, Stage.PUBLISHED);
        assertThat(published().ids()).contains(first);

        clock.move(TIMINGS.keptAfterUse());
        assertThat(stages(turn())).containsExactly(Stage.ACTIVE, Stage.PUBLISHED);
        assertThat(published().ids()).doesNotContain(first).hasSize(2);
        assertThat(keys.kept()).doesNotContain(first).hasSize(2);
        assertThat(told()).contains(SecurityEvent.KEY_RETIRED, SecurityEvent.KEY_REMOVED);
    }

    @Test
    void no_key_signs_while_nobody_can_have_seen_it() {
        publication.outOfReach(true);

        assertThatThrownBy(this::turn).isInstanceOf(OutOfReachException.class);
        assertThat(stages(view())).containsExactly(Stage.PREPARED);

        publication.outOfReach(false);
        assertThat(stages(turn())).containsExactly(Stage.ACTIVE);
    }

    @Test
    void somebody_in_a_hurry_waits_only_until_the_next_key_was_visible_long_enough() {
        KeyRingView before = settled();

        KeyRingView hurried = accepted(lookAfterKeys.hurry(Callers.anOperator(), IdentityFixtures.OFFICE));
        assertThat(hurried.hurried()).isTrue();
        assertThat(stages(hurried)).isEqualTo(stages(before));

        clock.move(TIMINGS.lead());
        assertThat(stages(turn())).containsExactly(Stage.RETIRED, Stage.ACTIVE);
        assertThat(view().hurried()).isFalse();
        assertThat(told()).contains(SecurityEvent.ROTATION_HURRIED);
    }

    @Test
    void a_stolen_key_is_out_of_trust_at_once_and_the_next_one_signs() {
        KeyId stolen = settled().keys().getFirst().id();
        clock.move(TIMINGS.lead());

        KeyRingView after = accepted(lookAfterKeys.revoke(Callers.anOperator(), stolen, IdentityFixtures.OFFICE));

        assertThat(stages(after)).containsExactly(Stage.ACTIVE, Stage.PUBLISHED);
        assertThat(published().ids()).doesNotContain(stolen);
        assertThat(keys.kept()).doesNotContain(stolen);
        IssuedToken token = new IssuedToken(stolen, new UserId(Ids.next()), Version.FIRST, null);
        assertThat(cutOffs()).anyMatch(entry -> entry.refuses(token));
        assertThat(told()).contains(SecurityEvent.KEY_REVOKED);
    }

    @Test
    void a_stolen_key_is_out_of_trust_even_while_the_place_of_publication_does_not_answer() {
        KeyId stolen = settled().keys().getFirst().id();
        publication.outOfReach(true);

        KeyRingView after = accepted(lookAfterKeys.revoke(Callers.anOperator(), stolen, IdentityFixtures.OFFICE));

        assertThat(stages(after)).startsWith(Stage.REVOKED, Stage.ACTIVE);
        assertThat(cutOffs()).hasSize(1);

        publication.outOfReach(false);
        assertThat(turn().keys()).noneMatch(key -> key.id().equals(stolen));
        assertThat(published().ids()).doesNotContain(stolen);
        assertThat(keys.kept()).doesNotContain(stolen);
    }

    @Test
    void what_is_not_on_the_ring_cannot_be_stolen() {
        assertThat(refused(lookAfterKeys.revoke(
                        Callers.anOperator(), IdentityFixtures.aKey().id(), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotFound(Thing.SIGNING_KEY));
    }

    @Test
    void a_set_that_no_ring_of_ours_made_is_overtaken() {
        KeySet strange = new KeySet(1_000, List.of(IdentityFixtures.aKey()));
        KeySet _ = publication.publish(strange).await().indefinitely();

        assertThat(stages(turn())).containsExactly(Stage.ACTIVE);

        assertThat(published().version()).isEqualTo(1_001);
        assertThat(published().ids()).isEqualTo(keys.kept());
    }

    @Test
    void nodes_that_turn_at_once_agree_on_the_keys_and_leave_none_behind() {
        for (int i = 0; i < 3; i++) {
            AtOnce.times(3, this::turn).forEach(view -> assertThat(view.keys()).isNotEmpty());
            clock.move(TIMINGS.signsFor());
        }
        KeyRingView last = turn();

        assertThat(stages(last).stream().filter(Stage.ACTIVE::equals)).hasSize(1);
        assertThat(keys.kept())
                .containsExactlyInAnyOrderElementsOf(
                        last.keys().stream().map(KeyRingView.Key::id).toList());
        assertThat(published().ids()).isEqualTo(keys.kept());
    }

    @Test
    void a_token_is_signed_with_the_next_key_when_its_own_was_destroyed_in_the_meantime() {
        KeyRingView _ = settled();
        TokenIssuer issuer = new TokenIssuer(stores.unitOfWork, stores.rings, keys, TokenPolicy.PUBLISHED, Ids::next);
        Grant grant = new Grant(new UserId(Ids.next()), new Profile.Personal(), Set.of());

        var issued = issuer.issue(
                        IdentityFixtures.aKey().id(), new Versioned<>(grant, Version.FIRST), null, clock.instant())
                .await()
                .indefinitely();

        assertThat(issued.token().text()).endsWith(view().keys().getFirst().id().value());
    }

    /** One that signs, and a next one that is published. */
    private KeyRingView settled() {
        KeyRingView _ = turn();
        return turn();
    }

    private KeyRingView turn() {
        return accepted(turnKeyRing.turn(Callers.aTimer()));
    }

    private KeyRingView view() {
        return accepted(new KeyQueriesService(stores.unitOfWork, stores.rings).ring(Callers.anAuditor()));
    }

    private static List<Stage> stages(KeyRingView ring) {
        return ring.keys().stream().map(KeyRingView.Key::stage).toList();
    }

    private KeySet published() {
        return publication.published().await().indefinitely().orElseThrow();
    }

    private List<CutOff> cutOffs() {
        return stores.cutOffs.all(clock.instant()).await().indefinitely();
    }

    private List<SecurityEvent> told() {
        return stores.trail.entries().stream().map(SecurityEntry::event).toList();
    }
}
