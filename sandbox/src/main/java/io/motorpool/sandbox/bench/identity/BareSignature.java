package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.Measured.Figure;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;

/** What one RS256 signature costs, in this process and on one thread: every refresh and every sign-in needs one. */
final class BareSignature {

    private static final int BITS = 2_048;
    private static final int WORDS = 700;
    private static final double NANOS_A_MICRO = 1e3;

    private BareSignature() {}

    static Figure measure(Duration duration) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        byte[] words = "a".repeat(WORDS).getBytes(StandardCharsets.US_ASCII);
        double _ = micros(pair, words, duration);
        return new Figure("one RS256 signature alone", micros(pair, words, duration), "us of CPU", null);
    }

    private static double micros(KeyPair pair, byte[] words, Duration duration) throws GeneralSecurityException {
        var threads = ManagementFactory.getThreadMXBean();
        long used = threads.getCurrentThreadCpuTime();
        long end = System.nanoTime() + duration.toNanos();
        long signed = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initSign(pair.getPrivate());
            rs256.update(words);
            bytes += rs256.sign().length;
            signed++;
        }
        if (bytes != signed * BITS / Byte.SIZE) {
            throw new IllegalStateException("signatures of a strange length");
        }
        return (threads.getCurrentThreadCpuTime() - used) / NANOS_A_MICRO / signed;
    }
}
