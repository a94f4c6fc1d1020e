package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Works in batches, each a unit of work of its own, until nothing is left. */
public final class ForgetOldThingsService implements ForgetOldThings {

    /** For how long an ended session can be looked up. */
    public static final Duration ENDED_SESSIONS_KEPT = Duration.ofDays(30);

    private static final int AT_A_TIME = 500;

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final EndOfSessions end;
    private final List<Old> old;
    private final TokenPolicy policy;
    private final Clock clock;

    /** Something of which old ones can be forgotten. */
    @FunctionalInterface
    public interface Old {
        Uni<Integer> forget(Instant now, int atMost);
    }

    /** @param old what there is to forget beside sessions */
    public ForgetOldThingsService(
            UnitOfWork unitOfWork,
            Sessions sessions,
            EndOfSessions end,
            List<Old> old,
            TokenPolicy policy,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.end = end;
        this.old = List.copyOf(old);
        this.policy = policy;
        this.clock = clock;
    }

    /** Everything of identity that grows old, besides sessions. */
    public static List<Old> everything(
            OneTimeLinks links,
            CutOffs cutOffs,
            SignInGuards guards,
            KnownDevices devices,
            RateBuckets buckets,
            UsedAssertions assertions) {
        return List.of(
                links::forgetOver,
                cutOffs::forgetOver,
                (now, atMost) -> guards.forgetUntriedSince(now.minus(SignInGuard.UNFAMILIAR_WINDOW), atMost),
                devices::forgetOver,
                buckets::forgetPaidBefore,
                assertions::forgetOver);
    }

    @Override
    public Uni<Decision<Report, Refusal>> forget(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> Sequence.batches(AT_A_TIME, () -> unitOfWork.inTransaction(this::endLapsed))
                        .chain(lapsed -> forgetAll().map(gone -> Decision.accept(new Report(lapsed, gone)))));
    }

    private Uni<Integer> endLapsed() {
        Instant now = clock.instant();
        return sessions.lockLapsed(now, policy, AT_A_TIME)
                .chain(lapsed -> Sequence.each(
                                lapsed, session -> end.close(session.end(EndReason.LAPSED, now), Deed.ofMotorpool()))
                        .replaceWith(lapsed.size()));
    }

    private Uni<Integer> forgetAll() {
        Instant now = clock.instant();
        Uni<Integer> forgotten =
                batches((_, atMost) -> sessions.forgetEndedBefore(now.minus(ENDED_SESSIONS_KEPT), atMost), now);
        for (Old each : old) {
            forgotten = forgotten.chain(before -> batches(each, now).map(more -> before + more));
        }
        return forgotten;
    }

    private Uni<Integer> batches(Old some, Instant now) {
        return Sequence.batches(AT_A_TIME, () -> unitOfWork.inTransaction(() -> some.forget(now, AT_A_TIME)));
    }
}
