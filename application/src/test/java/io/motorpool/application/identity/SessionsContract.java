package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every keeper of sessions promises. */
public interface SessionsContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");
    Duration LONG = Duration.ofDays(400);

    Sessions sessions();

    /** Somebody who may have sessions, and has none. */
    UserId givenUser();

    @Test
    default void a_session_that_never_began_is_not_found() {
        SessionId unknown = new SessionId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> sessions().lock(unknown))).isEmpty();
        assertThat(generation(unknown, IdentityFixtures.aSecret())).isEmpty();
    }

    @Test
    default void a_session_is_found_as_it_began_with_its_first_token() {
        Secret first = IdentityFixtures.aSecret();
        Live session = given(IdentityFixtures.aSession(givenUser()), first);

        assertThat(find(session.id())).contains(session);
        assertThat(inTransaction(() -> sessions().lock(session.id()))).contains(session);
        assertThat(generation(session.id(), first)).hasValue(session.generation());
    }

    @Test
    default void every_profile_is_found_as_it_was() {
        UserId user = givenUser();
        List<Profile> profiles = List.of(
                new Profile.Personal(), new Profile.Division(), new Profile.Business(new CompanyId(Ids.next())));

        assertThat(profiles).allSatisfy(profile -> {
            Live session = given(IdentityFixtures.aSession(user, IdentityFixtures.NOON, profile));
            assertThat(find(session.id())).contains(session);
        });
    }

    @Test
    default void a_rotated_session_knows_every_token_that_it_issued() {
        Secret first = IdentityFixtures.aSecret();
        Secret second = IdentityFixtures.aSecret();
        Secret third = IdentityFixtures.aSecret();
        Live session = given(IdentityFixtures.aSession(givenUser()), first);
        Live once = IdentityFixtures.rotated(session, IdentityFixtures.NOON.plusSeconds(900));
        Live twice = IdentityFixtures.rotated(once, IdentityFixtures.NOON.plusSeconds(1_800));

        inTransaction(() -> sessions().rotate(once, second.digest()));
        inTransaction(() -> sessions().rotate(twice, third.digest()));

        assertThat(find(session.id())).contains(twice);
        assertThat(generation(session.id(), first)).hasValue(session.generation());
        assertThat(generation(session.id(), second)).hasValue(once.generation());
        assertThat(generation(session.id(), third)).hasValue(twice.generation());
        assertThat(generation(session.id(), IdentityFixtures.aSecret())).isEmpty();
    }

    @Test
    default void a_token_belongs_to_one_session_only() {
        UserId user = givenUser();
        Secret own = IdentityFixtures.aSecret();
        Live _ = given(IdentityFixtures.aSession(user), own);
        Live other = given(IdentityFixtures.aSession(user));

        assertThat(generation(other.id(), own)).isEmpty();
    }

    @Test
    default void a_session_that_ended_is_found_as_it_ended_for_whatever_reason() {
        UserId user = givenUser();

        assertThat(EndReason.values()).allSatisfy(reason -> {
            Live session = given(IdentityFixtures.aSession(user));
            Session ended =
                    session.end(reason, IdentityFixtures.NOON.plusSeconds(1)).session();
            inTransaction(() -> sessions().save(ended));
            assertThat(find(session.id())).contains(ended);
        });
    }

    @Test
    default void a_session_under_another_profile_is_found_so() {
        Live session = given(IdentityFixtures.aSession(givenUser()));
        Live other = session.under(new Profile.Division());

        inTransaction(() -> sessions().save(other));

        assertThat(find(session.id())).contains(other);
    }

    @Test
    default void a_rotation_that_was_undone_never_was() {
        Secret second = IdentityFixtures.aSecret();
        Live session = given(IdentityFixtures.aSession(givenUser()));

        assertThatThrownBy(() -> inTransaction(() -> sessions()
                        .rotate(IdentityFixtures.rotated(session, IdentityFixtures.NOON), second.digest())
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(find(session.id())).contains(session);
        assertThat(generation(session.id(), second)).isEmpty();
    }

    @Test
    default void of_many_who_lock_a_session_each_sees_what_the_one_before_made_of_it() {
        Live session = given(IdentityFixtures.aSession(givenUser()));

        var generations = AtOnce.times(
                6,
                () -> inTransaction(() -> sessions()
                        .lock(session.id())
                        .map(found -> IdentityFixtures.rotated(
                                (Live) found.orElseThrow(), IdentityFixtures.NOON.plusSeconds(1)))
                        .call(rotated -> sessions()
                                .rotate(rotated, IdentityFixtures.aSecret().digest()))
                        .map(Live::generation)));

        int first = session.generation();
        assertThat(generations)
                .containsExactlyInAnyOrder(first + 1, first + 2, first + 3, first + 4, first + 5, first + 6);
    }

    @Test
    default void the_sessions_of_a_user_that_go_on_are_found_in_order() {
        UserId user = givenUser();
        Live first = given(IdentityFixtures.aSession(user));
        Live over = given(IdentityFixtures.aSession(user));
        Live second = given(IdentityFixtures.aSession(user));
        Live _ = given(IdentityFixtures.aSession(givenUser()));
        inTransaction(() -> sessions()
                .save(over.end(EndReason.SIGNED_OUT, IdentityFixtures.NOON).session()));

        assertThat(inTransaction(() -> sessions().lockLive(user))).containsExactly(first, second);
        assertThat(Walk.through(1, page -> inTransaction(() -> sessions().live(user, page))))
                .containsExactly(first, second);
        assertThat(inTransaction(() -> sessions().live(user, new Page.Request(2, Optional.empty())))
                        .next())
                .isEmpty();
    }

    @Test
    default void sessions_that_lapsed_are_found_once_however_many_look() {
        UserId user = givenUser();
        List<Live> lapsed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lapsed.add(given(IdentityFixtures.aSession(user, LONG_AGO)));
        }
        Instant then = LONG_AGO.plus(TokenPolicy.PUBLISHED.idle());
        Live used = given(IdentityFixtures.rotated(IdentityFixtures.aSession(user, LONG_AGO), LONG_AGO.plusSeconds(1)));

        assertThat(lapsedAt(then.minus(IdentityFixtures.A_MOMENT), user)).isEmpty();

        List<Live> found = AtOnce.times(
                        4,
                        () -> inTransaction(() -> sessions()
                                .lockLapsed(then, TokenPolicy.PUBLISHED, 100)
                                .call(all -> endAll(all, then))))
                .stream()
                .flatMap(List::stream)
                .filter(session -> session.user().equals(user))
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(lapsed);
        assertThat(lapsedAt(then, user)).isEmpty();
        assertThat(lapsedAt(LONG_AGO.plus(LONG), user)).containsExactly(used);
    }

    @Test
    default void a_session_reaches_its_age_although_it_is_used() {
        UserId user = givenUser();
        Live session = IdentityFixtures.aSession(user, LONG_AGO);
        Instant end = LONG_AGO.plus(TokenPolicy.PUBLISHED.absolute());
        Live used = session;
        for (Instant at = LONG_AGO.plus(Duration.ofDays(13)); at.isBefore(end); at = at.plus(Duration.ofDays(13))) {
            used = IdentityFixtures.rotated(used, at);
        }
        Live young = given(used);

        assertThat(lapsedAt(end.minus(IdentityFixtures.A_MOMENT), user)).isEmpty();
        assertThat(lapsedAt(end, user)).containsExactly(young);
    }

    @Test
    default void no_more_lapsed_ones_are_locked_than_asked_for() {
        UserId user = givenUser();
        for (int i = 0; i < 3; i++) {
            Live _ = given(IdentityFixtures.aSession(user, LONG_AGO));
        }

        assertThat(inTransaction(() -> sessions().lockLapsed(LONG_AGO.plus(LONG), TokenPolicy.PUBLISHED, 2)))
                .hasSize(2);
        inTransaction(() ->
                sessions().lockLive(user).call(all -> endAll(all, LONG_AGO)).replaceWithVoid());
    }

    @Test
    default void what_ended_long_ago_is_forgotten_with_its_tokens_and_what_goes_on_is_not() {
        UserId user = givenUser();
        Secret secret = IdentityFixtures.aSecret();
        Live gone = given(IdentityFixtures.aSession(user, LONG_AGO), secret);
        Live live = given(IdentityFixtures.aSession(user, LONG_AGO));
        Session ended = gone.end(EndReason.SIGNED_OUT, LONG_AGO).session();
        inTransaction(() -> sessions().save(ended));

        forgetAll(LONG_AGO);
        assertThat(find(gone.id())).contains(ended);

        forgetAll(LONG_AGO.plus(IdentityFixtures.A_MOMENT));
        assertThat(find(gone.id())).isEmpty();
        assertThat(generation(gone.id(), secret)).isEmpty();
        assertThat(find(live.id())).contains(live);
        inTransaction(
                () -> sessions().save(live.end(EndReason.SIGNED_OUT, LONG_AGO).session()));
    }

    private void forgetAll(Instant before) {
        int forgotten = 1;
        while (forgotten > 0) {
            forgotten = inTransaction(() -> sessions().forgetEndedBefore(before, 100));
        }
    }

    private Uni<Void> endAll(List<Live> all, Instant at) {
        Uni<Void> ending = Uni.createFrom().voidItem();
        for (Live each : all) {
            ending = ending.chain(
                    () -> sessions().save(each.end(EndReason.LAPSED, at).session()));
        }
        return ending;
    }

    /** Other tests may have left some, too. */
    private List<Live> lapsedAt(Instant now, UserId user) {
        return inTransaction(() -> sessions().lockLapsed(now, TokenPolicy.PUBLISHED, 1_000)).stream()
                .filter(session -> session.user().equals(user))
                .toList();
    }

    private Live given(Live session) {
        return given(session, IdentityFixtures.aSecret());
    }

    private Live given(Live session, Secret first) {
        inTransaction(() -> sessions().add(session, first.digest()));
        return session;
    }

    private Optional<Session> find(SessionId id) {
        return inTransaction(() -> sessions().find(id));
    }

    private OptionalInt generation(SessionId id, Secret secret) {
        return inTransaction(() -> sessions().generationOf(id, secret.digest()));
    }
}
