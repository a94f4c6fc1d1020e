package io.motorpool.application.identity;

import io.motorpool.application.shared.OneAtATime;
import io.motorpool.application.shared.UnitOfWork;
import java.time.Clock;
import java.util.List;

/** Everything that identity keeps, in memory. Locks come to one unit of work after the other. */
final class InMemoryIdentity {

    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryMemberships memberships = new InMemoryMemberships();
    final InMemorySessions sessions = new InMemorySessions();
    final InMemoryOneTimeLinks links = new InMemoryOneTimeLinks();
    final InMemoryLettersToSend letters = new InMemoryLettersToSend();
    final InMemoryServiceAccounts accounts = new InMemoryServiceAccounts();
    final InMemoryUsedAssertions assertions = new InMemoryUsedAssertions();
    final InMemoryKeyRings rings = new InMemoryKeyRings();
    final InMemoryCutOffs cutOffs;
    final InMemorySignInGuards guards = new InMemorySignInGuards();
    final InMemoryKnownDevices devices = new InMemoryKnownDevices();
    final InMemoryRateBuckets buckets;
    final InMemorySecurityTrail trail = new InMemorySecurityTrail();
    final UnitOfWork unitOfWork = new OneAtATime(this::snapshot);

    InMemoryIdentity(Clock clock) {
        cutOffs = new InMemoryCutOffs(clock);
        buckets = new InMemoryRateBuckets(clock);
    }

    private Runnable snapshot() {
        List<Runnable> undo = List.of(
                users.snapshot(),
                sessions.snapshot(),
                links.snapshot(),
                letters.snapshot(),
                accounts.snapshot(),
                assertions.snapshot(),
                rings.snapshot(),
                cutOffs.snapshot(),
                guards.snapshot(),
                devices.snapshot(),
                buckets.snapshot(),
                trail.snapshot());
        return () -> undo.forEach(Runnable::run);
    }
}
