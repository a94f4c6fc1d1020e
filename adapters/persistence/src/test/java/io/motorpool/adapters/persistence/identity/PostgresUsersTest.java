package io.motorpool.adapters.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.application.identity.Users;
import io.motorpool.application.identity.UsersContract;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresUsersTest implements UsersContract, PostgresContract {

    private static final Executor THREADS = Thread::startVirtualThread;

    @Inject
    OneTimeLinks links;

    @Inject
    Users users;

    @Override
    public Users users() {
        return users;
    }

    /** Somebody relies on the user: another may too, a third who wants to change them waits. */
    @Test
    void whoever_changes_a_user_waits_for_those_who_rely_on_them_and_those_do_not_wait_for_each_other()
            throws Exception {
        UserId user = new GivenUsers(this).active().id();
        CompletableFuture<Boolean> changerGotIn = new CompletableFuture<>();

        boolean gotInMeanwhile = inTransaction(() -> users.hold(user)
                .chain(() -> PostgresContract.onOwnContext(CompletableFuture.runAsync(
                        () -> {
                            changerGotIn.completeAsync(
                                    () -> inTransaction(() -> users.lock(user)).isPresent(), THREADS);
                            assertThat(inTransaction(() -> users.hold(user))).isPresent();
                            pause();
                        },
                        THREADS)))
                .map(_ -> changerGotIn.isDone()));

        assertThat(gotInMeanwhile).isFalse();
        assertThat(changerGotIn.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_link_to_a_user_does_not_wait_for_whoever_changes_them() {
        UserId user = new GivenUsers(this).active().id();
        OneTimeLink link = OneTimeLink.to(
                user, OneTimeLink.Purpose.PASSWORD_RESET, IdentityFixtures.aSecret(), IdentityFixtures.NOON);

        inTransaction(() -> users.lock(user)
                .chain(() -> PostgresContract.onOwnContext(
                        CompletableFuture.runAsync(() -> inTransaction(() -> links.put(link)), THREADS))));

        assertThat(inTransaction(() -> links.find(link.digest()))).contains(link);
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
}
