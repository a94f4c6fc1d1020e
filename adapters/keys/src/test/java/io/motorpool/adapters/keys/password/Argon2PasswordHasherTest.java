package io.motorpool.adapters.keys.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.application.identity.PasswordHasherContract;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest implements PasswordHasherContract {

    private static final Argon2Effort LITTLE = new Argon2Effort(1_024, 2, 1);
    private static final Argon2Effort LESS = new Argon2Effort(512, 2, 1);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 4;

    private final Aside aside = new Aside("passwords of a test", AT_ONCE, WAITING);
    private final PasswordHasher hasher = new Argon2PasswordHasher(LITTLE, aside, new SecureRandom());
    private final CountDownLatch working = new CountDownLatch(AT_ONCE);
    private final CountDownLatch idle = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(AT_ONCE + WAITING);

    @AfterEach
    void close() {
        aside.close();
    }

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Override
    public PasswordHash hashOfOldDays(Password password) {
        return result(() -> new Argon2PasswordHasher(LESS, aside, new SecureRandom()).hash(password));
    }

    @Override
    public void givenOverloaded() {
        for (int i = 0; i < AT_ONCE; i++) {
            aside.executor().execute(this::waitUntilIdle);
        }
        awaits(working);
        for (int i = 0; i < WAITING; i++) {
            aside.executor().execute(this::waitUntilIdle);
        }
    }

    private void waitUntilIdle() {
        working.countDown();
        awaits(idle);
        done.countDown();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void givenIdle() {
        idle.countDown();
        awaits(done);
    }

    @Test
    void understands_what_the_reference_implementation_wrote() {
        PasswordHash reference = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(result(() -> hasher.check(new Password("password"), reference)))
                .isEqualTo(PasswordHasher.Match.GOOD);
    }

    @Test
    void says_how_a_hash_was_made() {
        assertThat(result(() -> hasher.hash(PASSWORD)).text()).startsWith("$argon2id$v=19$m=1024,t=2,p=1$");
    }

    @Test
    void a_hash_that_asks_for_all_of_the_memory_is_not_computed() {
        PasswordHash greedy = new PasswordHash(
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tc2FsdHNvbWVzYWx0$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(result(() -> hasher.check(PASSWORD, greedy))).isEqualTo(PasswordHasher.Match.NONE);
    }

    @Test
    void nobody_costs_as_much_as_somebody() {
        try (Aside alone = new Aside("lone-hasher", 1, 1)) {
            PasswordHasher costly = new Argon2PasswordHasher(Argon2Effort.RECOMMENDED, alone, new SecureRandom());
            PasswordHash kept = result(() -> costly.hash(PASSWORD));
            PasswordHash foreign = new PasswordHash("$unheard-of$c=1$c2FsdA$aGFzaA");
            long somebody = cost(() -> costly.check(PASSWORD, kept));

            assertThat(cost(() -> costly.checkNobody(PASSWORD))).isBetween(somebody / 2, somebody * 2);
            assertThat(cost(() -> costly.check(PASSWORD, foreign))).isBetween(somebody / 2, somebody * 2);
        }
    }

    /** In processor time of the thread that works: what else the machine does must not matter. */
    private long cost(Supplier<Uni<PasswordHasher.Match>> check) {
        return IntStream.range(0, 5)
                .mapToLong(_ -> {
                    long before = processorTime("lone-hasher-1");
                    var _ = result(check);
                    return processorTime("lone-hasher-1") - before;
                })
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    private static long processorTime(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(known -> known != null && known.getThreadName().equals(thread))
                .mapToLong(known -> threads.getThreadCpuTime(known.getThreadId()))
                .findFirst()
                .orElseThrow();
    }
}
