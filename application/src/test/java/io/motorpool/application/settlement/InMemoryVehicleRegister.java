package io.motorpool.application.settlement;

import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.settlement.Registration.Reason;
import io.motorpool.application.settlement.Registration.Registered;
import io.motorpool.application.settlement.Registration.Rejected;
import io.motorpool.application.settlement.Registration.Unclear;
import io.motorpool.application.settlement.VehicleRegisterContract.Recorded;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that can be read, with an ERP around them that can misbehave. */
public final class InMemoryVehicleRegister implements VehicleRegister {

    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<VehicleId, List<Recorded>> records = new HashMap<>();
    private final List<Late> late = new ArrayList<>();
    private boolean outOfReach;
    private boolean locked;
    private boolean nextAnswerLost;
    private boolean nextStoredLate;
    private int drawn;
    private int moves;

    private record Late(Placement placement, Instant due) {}

    public InMemoryVehicleRegister(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Registration> place(Placement placement, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> decide(placement, askedBefore));
    }

    @Override
    public Uni<Registration> withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> decide(withdrawal, askedBefore));
    }

    private synchronized Registration decide(Placement placement, @Nullable Instant askedBefore) {
        settleLate();
        if (outOfReach) {
            return unclear(ErpTrouble.Kind.OUT_OF_REACH, clock.instant().plusSeconds(30));
        }
        List<Recorded> found = recorded(placement.vehicle().id());
        if (found.size() > 1) {
            return moreThanOne(found);
        }
        if (found.isEmpty() && askedBefore != null && isOpen(askedBefore)) {
            return underWay(askedBefore);
        }
        if (locked) {
            locked = false;
            return unclear(ErpTrouble.Kind.LOCKED, clock.instant().plusSeconds(30));
        }
        if (nextStoredLate) {
            nextStoredLate = false;
            late.add(new Late(placement, clock.instant().plus(UNDER_WAY.dividedBy(2))));
            return underWay(clock.instant());
        }
        Recorded stored = store(placement);
        if (nextAnswerLost) {
            nextAnswerLost = false;
            return underWay(clock.instant());
        }
        return new Registered(stored.record());
    }

    private synchronized Registration decide(Withdrawal withdrawal, @Nullable Instant askedBefore) {
        settleLate();
        if (outOfReach) {
            return unclear(ErpTrouble.Kind.OUT_OF_REACH, clock.instant().plusSeconds(30));
        }
        List<Recorded> found = recorded(withdrawal.vehicle());
        if (found.isEmpty() && askedBefore != null && isOpen(askedBefore)) {
            return underWay(askedBefore);
        }
        if (found.isEmpty()) {
            return new Rejected(new Reason.NeverRegistered());
        }
        if (found.size() > 1) {
            return moreThanOne(found);
        }
        Recorded known = found.getFirst();
        if (withdrawal.slot().toString().equals(known.place())) {
            replace(withdrawal.vehicle(), new Recorded(known.record(), known.contract(), null, nextMove()));
        }
        return new Registered(known.record());
    }

    private boolean isOpen(Instant askedBefore) {
        return clock.instant().isBefore(askedBefore.plus(UNDER_WAY));
    }

    private Recorded store(Placement placement) {
        VehicleId vehicle = placement.vehicle().id();
        Recorded known = recorded(vehicle).stream().findFirst().orElseGet(() -> blank(placement.vehicle()));
        String place = placement.slot().toString();
        boolean moves = !place.equals(known.place());
        Recorded stored =
                new Recorded(known.record(), placement.contract(), place, moves ? nextMove() : known.lastMove());
        replace(vehicle, stored);
        return stored;
    }

    private String nextMove() {
        moves++;
        return Integer.toString(moves);
    }

    private void replace(VehicleId vehicle, Recorded recorded) {
        records.put(vehicle, new ArrayList<>(List.of(recorded)));
    }

    private static Registration moreThanOne(List<Recorded> found) {
        return new Rejected(new Reason.RegisteredMoreThanOnce(
                found.stream().map(Recorded::record).toList()));
    }

    private static Registration underWay(Instant since) {
        return new Unclear(ErpTrouble.noAnswer(since, since.plus(UNDER_WAY)));
    }

    private static Registration unclear(ErpTrouble.Kind kind, Instant notBefore) {
        return new Unclear(ErpTrouble.nothingSent(kind, notBefore));
    }

    private void settleLate() {
        Instant now = clock.instant();
        List<Late> due = late.stream().filter(one -> !one.due().isAfter(now)).toList();
        late.removeAll(due);
        due.forEach(one -> {
            Recorded _ = store(one.placement());
        });
    }

    /** A new record of the vehicle, beside those that there are. */
    public synchronized Recorded blank(RegisteredVehicle vehicle) {
        drawn++;
        Recorded fresh = new Recorded(Integer.toString(10_000_000 + drawn), "", null, "");
        records.computeIfAbsent(vehicle.id(), _ -> new ArrayList<>()).add(fresh);
        return fresh;
    }

    public synchronized List<Recorded> recorded(VehicleId vehicle) {
        return List.copyOf(records.getOrDefault(vehicle, List.of()));
    }

    public boolean isAt(Recorded recorded, UUID slot) {
        return slot.toString().equals(recorded.place());
    }

    public synchronized void outOfReach(boolean now) {
        outOfReach = now;
    }

    public synchronized void loseNextAnswer() {
        nextAnswerLost = true;
    }

    public synchronized void storeNextLate() {
        nextStoredLate = true;
    }

    public synchronized void lockNext() {
        locked = true;
    }
}
