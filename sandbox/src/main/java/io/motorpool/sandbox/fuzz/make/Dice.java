package io.motorpool.sandbox.fuzz.make;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that a seed repeats. The generators are our own, because those of jqwik follow a seed only inside its own test
 * engine, and these have to know what the system answered a moment ago.
 */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Other dice that depend on these and on nothing else. */
    public Dice split() {
        return new Dice(random.nextLong());
    }

    /** From 0 up to and without the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    public double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** True in so many of a hundred cases. */
    public boolean percent(int chance) {
        return below(100) < chance;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** So many characters of these. */
    public String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    /** A random one (version 4). */
    public UUID uuid() {
        long high = random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
