package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Decides first, so that it is certain; then lets the ring take what steps it can, and leaves the others to the timer. */
public final class LookAfterKeysService implements LookAfterKeys {

    private final UnitOfWork unitOfWork;
    private final KeyRings rings;
    private final CutOffs cutOffs;
    private final KeyRingSteps steps;
    private final SecurityJournal journal;
    private final Clock clock;

    public LookAfterKeysService(
            UnitOfWork unitOfWork,
            KeyRings rings,
            CutOffs cutOffs,
            KeyRingSteps steps,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.rings = rings;
        this.cutOffs = cutOffs;
        this.steps = steps;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<KeyRingView, Refusal>> hurry(Caller caller, SourceNetwork from) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.MANAGE_KEYS),
                _ -> unitOfWork
                        .inTransaction(() -> rings.lock(KeyRings.ISSUER)
                                .chain(ring -> rings.save(ring.hurry()))
                                .chain(() -> journal.note(
                                        Deed.of(caller, from),
                                        SecurityEvent.ROTATION_HURRIED,
                                        KeyRings.ISSUER.value(),
                                        null,
                                        Map.of())))
                        .chain(this::goOn));
    }

    @Override
    public Uni<Decision<KeyRingView, Refusal>> revoke(Caller caller, KeyId stolen, SourceNetwork from) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.MANAGE_KEYS),
                _ -> Proceed.with(
                        unitOfWork.inTransaction(() -> distrust(stolen, Deed.of(caller, from))), _ -> goOn()));
    }

    private Uni<Decision<KeyRing, Refusal>> distrust(KeyId stolen, Deed deed) {
        Instant now = clock.instant();
        return rings.lock(KeyRings.ISSUER)
                .chain(ring -> Proceed.with(
                        ring.revoke(stolen, now, steps.timings()),
                        turned -> cutOffs.add(List.of(CutOff.ofKey(stolen, now)))
                                .chain(() -> steps.store(ring, turned, deed))
                                .map(Decision::accept)));
    }

    private Uni<Decision<KeyRingView, Refusal>> goOn() {
        return steps.takeAll()
                .onFailure(OutOfReachException.class)
                .recoverWithUni(steps::present)
                .map(ring -> Decision.accept(KeyRingView.of(ring)));
    }
}
