package io.motorpool.domain.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Korean won, whole and exact (P2), never less than none: what may be negative is an {@link Amount} (P3).
 *
 * <p>The limit is the largest whole number that every reader of JSON keeps exactly; a sum that would pass it is a mistake,
 * not a bill.
 */
public record Money(long won) implements Comparable<Money> {

    public static final long LARGEST_WON = (1L << 53) - 1;
    public static final Money NONE = new Money(0);

    /** Value added tax is the tenth part (P2). */
    private static final long VAT_DIVISOR = 10;

    public Money {
        if (won < 0 || won > LARGEST_WON) {
            throw new IllegalArgumentException("%d is no sum of money".formatted(won));
        }
    }

    public static Money won(long won) {
        return new Money(won);
    }

    public static Money sum(Collection<Money> parts) {
        return parts.stream().reduce(NONE, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(won, other.won));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(won, count));
    }

    /**
     * The tax on this supply, rounded down. It is taken once, on a document's total: the taxes of its lines are for
     * information and need not add up to it (P2).
     */
    public Money vat() {
        return new Money(won / VAT_DIVISOR);
    }

    /**
     * Splits the sum by weight so that the parts add up to it. Every part is its exact share rounded down or up; the won
     * that rounding down leaves over go to the largest remainders, the first of equal ones first.
     */
    public List<Money> allocate(List<Long> weights) {
        BigInteger whole = total(weights);
        List<BigInteger[]> shares = weights.stream()
                .map(weight -> BigInteger.valueOf(won)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(whole))
                .toList();
        long[] parts =
                shares.stream().mapToLong(share -> share[0].longValueExact()).toArray();
        long left = won - LongStream.of(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Money> allocated = new ArrayList<>();
        LongStream.of(parts).forEach(part -> allocated.add(new Money(part)));
        return List.copyOf(allocated);
    }

    private static BigInteger total(List<Long> weights) {
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight must not be negative: " + weights);
        }
        BigInteger whole = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() == 0) {
            throw new IllegalArgumentException("nothing has weight: " + weights);
        }
        return whole;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(won, other.won);
    }

    @Override
    public String toString() {
        return "₩" + won;
    }
}
