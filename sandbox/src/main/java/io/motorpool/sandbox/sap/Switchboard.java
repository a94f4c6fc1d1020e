package io.motorpool.sandbox.sap;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What goes wrong, and when. Tests hold it in their hands; others reach it over HTTP, at the stand-in's own paths. */
public final class Switchboard {

    /** Which requests a fault is meant for. Fetching a token is a read. */
    public enum Meant {
        READS,
        WRITES
    }

    private final Map<Meant, Deque<Fault>> once = new EnumMap<>(Meant.class);
    private final Map<Meant, Fault> standing = new EnumMap<>(Meant.class);
    private final Set<String> withheldCustomers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private BigDecimal scale = BigDecimal.ONE;
    private @Nullable Fault everyOther;
    private int turn;

    Switchboard() {
        for (Meant meant : Meant.values()) {
            once.put(meant, new ArrayDeque<>());
        }
    }

    /** The next requests of that kind, as many as given; then those that were switched on before. */
    public synchronized void next(Meant meant, Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            queue(meant).add(fault);
        }
    }

    public void next(Meant meant, Fault fault) {
        next(meant, fault, 1);
    }

    /** Every request of that kind until {@link #calm()}. */
    public synchronized void always(Meant meant, Fault fault) {
        standing.put(meant, fault);
    }

    /** Every second write until {@link #calm()}. */
    public synchronized void everyOtherWrite(Fault fault) {
        everyOther = fault;
    }

    /** Documents created from now on show their amounts multiplied, as a wrong number of decimals does it. */
    public synchronized void scaleAmounts(BigDecimal by) {
        scale = by;
    }

    /** As if the customer's master data did not reach the sales area. */
    public void withholdCustomer(String customer) {
        withheldCustomers.add(customer);
    }

    /** Everything works again. */
    public synchronized void calm() {
        once.values().forEach(Deque::clear);
        standing.clear();
        everyOther = null;
        scale = BigDecimal.ONE;
        withheldCustomers.clear();
    }

    /** How many requests were meant to change something, whatever became of them. */
    public int writes() {
        return writes.get();
    }

    public int reads() {
        return reads.get();
    }

    synchronized Optional<Fault> faultFor(Meant meant) {
        int _ = (meant == Meant.WRITES ? writes : reads).incrementAndGet();
        Fault queued = queue(meant).poll();
        if (queued != null) {
            return Optional.of(queued);
        }
        if (meant == Meant.WRITES && everyOther != null) {
            turn++;
            if (turn % 2 == 1) {
                return Optional.of(everyOther);
            }
        }
        return Optional.ofNullable(standing.get(meant));
    }

    synchronized BigDecimal scaled(BigDecimal amount) {
        return amount.multiply(scale).stripTrailingZeros();
    }

    boolean isWithheld(String customer) {
        return withheldCustomers.contains(customer);
    }

    private Deque<Fault> queue(Meant meant) {
        return once.computeIfAbsent(meant, _ -> new ArrayDeque<>());
    }
}
