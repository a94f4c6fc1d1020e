package io.motorpool.application.key;

import java.util.concurrent.atomic.AtomicInteger;

/** How many vehicles this node tells something at once, however many sweeps do. */
final class Lanes {

    private final AtomicInteger free;

    Lanes(int all) {
        this.free = new AtomicInteger(all);
    }

    /** As many as are wanted, or as are left; none when none is. */
    Taken take(int wanted) {
        int before = free.getAndUpdate(left -> left - Math.min(left, wanted));
        return new Taken(Math.min(before, wanted));
    }

    /** Given back one by one, or all that are left at once; none of them twice. */
    final class Taken {

        private final AtomicInteger kept;

        private Taken(int count) {
            this.kept = new AtomicInteger(count);
        }

        int count() {
            return kept.get();
        }

        void giveBackOne() {
            if (kept.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                int _ = free.incrementAndGet();
            }
        }

        void giveBackAll() {
            int _ = free.addAndGet(kept.getAndSet(0));
        }
    }
}
