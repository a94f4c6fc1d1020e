package io.motorpool.application.settlement;

import io.motorpool.application.settlement.BillingRequest.BillingKind;
import io.motorpool.application.settlement.ErpLedgerContract.Booked;
import io.motorpool.application.settlement.Posting.Posted;
import io.motorpool.application.settlement.Posting.Reason;
import io.motorpool.application.settlement.Posting.Rejected;
import io.motorpool.application.settlement.Posting.Unclear;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books that can be read, with an ERP around them that can misbehave. */
public final class InMemoryErpLedger implements ErpLedger {

    /** How long something may be under way before it must be over. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, List<Booked>> books = new HashMap<>();
    private final List<Late> late = new ArrayList<>();
    private final Set<String> unknownCustomers = new HashSet<>();
    private boolean outOfReach;
    private boolean locked;
    private boolean nextAnswerLost;
    private boolean nextStoredLate;
    private long factor = 1;
    private int drawn;

    private record Late(BillingRequest request, Instant due) {}

    public InMemoryErpLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore) {
        return Uni.createFrom().item(() -> decide(request, askedBefore));
    }

    private synchronized Posting decide(BillingRequest request, @Nullable Instant askedBefore) {
        settleLate();
        if (outOfReach) {
            return unclear(ErpTrouble.Kind.OUT_OF_REACH, clock.instant().plusSeconds(30));
        }
        List<Booked> found = booked(request.number());
        if (!found.isEmpty()) {
            return readBack(request, found);
        }
        if (askedBefore != null && clock.instant().isBefore(askedBefore.plus(UNDER_WAY))) {
            return underWay(askedBefore);
        }
        return create(request);
    }

    @Override
    public Uni<Optional<Posting>> lookUp(BillingRequest request) {
        return Uni.createFrom().item(() -> found(request));
    }

    private synchronized Optional<Posting> found(BillingRequest request) {
        settleLate();
        if (outOfReach) {
            return Optional.of(
                    unclear(ErpTrouble.Kind.OUT_OF_REACH, clock.instant().plusSeconds(30)));
        }
        List<Booked> found = booked(request.number());
        return found.isEmpty() ? Optional.empty() : Optional.of(readBack(request, found));
    }

    private Posting create(BillingRequest request) {
        if (locked) {
            locked = false;
            return unclear(ErpTrouble.Kind.LOCKED, clock.instant().plusSeconds(30));
        }
        if (unknownCustomers.contains(request.customer() + request.number())) {
            return new Rejected(new Reason.Declined("VP/211", "Sold-to party is not maintained"));
        }
        if (nextStoredLate) {
            nextStoredLate = false;
            late.add(new Late(request, clock.instant().plus(UNDER_WAY.dividedBy(2))));
            return underWay(clock.instant());
        }
        book(request);
        if (nextAnswerLost) {
            nextAnswerLost = false;
            return underWay(clock.instant());
        }
        return readBack(request, booked(request.number()));
    }

    private static Posting readBack(BillingRequest request, List<Booked> found) {
        if (found.size() > 1) {
            return new Rejected(new Reason.BookedMoreThanOnce(
                    found.stream().map(Booked::document).toList()));
        }
        Booked document = found.getFirst();
        BigDecimal won = BigDecimal.valueOf(document.won());
        if (document.won() == request.total()) {
            return new Posted(document.document());
        }
        return new Rejected(
                document.won() == request.total() * 100
                        ? new Reason.ScaleDiffers(document.document(), request.total(), won)
                        : new Reason.AmountDiffers(document.document(), request.total(), won));
    }

    private static Posting underWay(Instant since) {
        return new Unclear(ErpTrouble.noAnswer(since, since.plus(UNDER_WAY)));
    }

    private static Posting unclear(ErpTrouble.Kind kind, Instant notBefore) {
        return new Unclear(ErpTrouble.nothingSent(kind, notBefore));
    }

    private void settleLate() {
        Instant now = clock.instant();
        late.stream().filter(one -> !one.due().isAfter(now)).forEach(one -> book(one.request()));
        late.removeIf(one -> !one.due().isAfter(now));
    }

    public synchronized void book(BillingRequest request) {
        drawn++;
        books.computeIfAbsent(request.number(), _ -> new ArrayList<>())
                .add(new Booked(
                        Integer.toString(70_000_000 + drawn),
                        request.kind() == BillingKind.REVERSAL,
                        request.total() * factor));
    }

    /** Whatever is under the number is gone. */
    public synchronized void forget(String number) {
        books.remove(number);
    }

    public synchronized List<Booked> booked(String number) {
        return List.copyOf(books.getOrDefault(number, List.of()));
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

    public synchronized void wonWithDecimals() {
        factor = 100;
    }

    public synchronized void forgetCustomerOf(BillingRequest request) {
        unknownCustomers.add(request.customer() + request.number());
    }
}
