package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SigningKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of key rings promises. */
public interface KeyRingsContract extends PortContract {

    KeyRings rings();

    @Test
    default void a_ring_on_which_no_key_was_ever_put_is_empty() {
        KeyRingId id = new KeyRingId(Ids.next());

        assertThat(find(id)).isEqualTo(KeyRing.empty(id));
        assertThat(inTransaction(() -> rings().lock(id))).isEqualTo(KeyRing.empty(id));
    }

    @Test
    default void a_ring_is_found_as_it_was_saved_with_its_keys_of_every_stage_in_order() {
        Instant since = IdentityFixtures.NOON;
        KeyRing ring = new KeyRing(
                new KeyRingId(Ids.next()),
                List.of(
                        new SigningKey.Revoked(IdentityFixtures.aKey(), since),
                        new SigningKey.Retired(IdentityFixtures.aKey(), since.plusSeconds(1)),
                        new SigningKey.Active(IdentityFixtures.aKey(), since.plusSeconds(2)),
                        new SigningKey.Published(IdentityFixtures.aKey(), since.plusSeconds(3)),
                        new SigningKey.Prepared(IdentityFixtures.aKey(), since.plusSeconds(4))),
                7,
                true);

        inTransaction(() -> rings().save(ring));

        assertThat(find(ring.id())).isEqualTo(ring);
        assertThat(inTransaction(() -> rings().lock(ring.id()))).isEqualTo(ring);
    }

    @Test
    default void a_key_that_was_taken_off_is_gone_and_the_stage_of_another_is_its_new_one() {
        KeyRingId id = new KeyRingId(Ids.next());
        RsaPublicKey gone = IdentityFixtures.aKey();
        RsaPublicKey stays = IdentityFixtures.aKey();
        inTransaction(() -> rings().save(new KeyRing(
                id,
                List.of(
                        new SigningKey.Retired(gone, IdentityFixtures.NOON),
                        new SigningKey.Prepared(stays, IdentityFixtures.NOON)),
                1,
                true)));
        KeyRing after =
                new KeyRing(id, List.of(new SigningKey.Active(stays, IdentityFixtures.NOON.plusSeconds(1))), 2, false);

        inTransaction(() -> rings().save(after));

        assertThat(find(id)).isEqualTo(after);
    }

    @Test
    default void of_many_who_lock_a_ring_each_sees_what_the_one_before_made_of_it_even_the_first_time() {
        KeyRingId id = new KeyRingId(Ids.next());

        var versions = AtOnce.times(
                6,
                () -> inTransaction(() -> rings().lock(id)
                        .map(ring -> new KeyRing(id, ring.keys(), ring.setVersion() + 1, false))
                        .call(ring -> rings().save(ring))
                        .map(KeyRing::setVersion)));

        assertThat(versions).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    default void a_change_that_was_undone_never_was() {
        KeyRingId id = new KeyRingId(Ids.next());

        assertThatThrownBy(() -> inTransaction(() -> rings().save(new KeyRing(id, List.of(), 5, true))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(find(id)).isEqualTo(KeyRing.empty(id));
    }

    private KeyRing find(KeyRingId id) {
        return inTransaction(() -> rings().find(id));
    }
}
