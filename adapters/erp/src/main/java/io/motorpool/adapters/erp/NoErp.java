package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.BillingRequest;
import io.motorpool.application.settlement.ErpLedger;
import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.ErpTrouble.Kind;
import io.motorpool.application.settlement.Placement;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Registration;
import io.motorpool.application.settlement.VehicleRegister;
import io.motorpool.application.settlement.Withdrawal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where no ERP is set up nothing is sent, nothing is refused, and what is meant for one waits until there is one. */
final class NoErp implements ErpLedger, VehicleRegister {

    static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final Clock clock;

    NoErp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> new Posting.Unclear(waiting(askedBefore)));
    }

    @Override
    public Uni<Optional<Posting>> lookUp(BillingRequest request) {
        return Uni.createFrom().item(() -> Optional.of(new Posting.Unclear(waiting(null))));
    }

    @Override
    public Uni<Registration> place(Placement placement, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> new Registration.Unclear(waiting(askedBefore)));
    }

    @Override
    public Uni<Registration> withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> new Registration.Unclear(waiting(askedBefore)));
    }

    /** Whatever an ERP that was there before may still do, it may do now. */
    private ErpTrouble waiting(@Nullable Instant askedBefore) {
        return new ErpTrouble(Kind.OUT_OF_REACH, clock.instant().plus(ASK_AGAIN), askedBefore);
    }
}
