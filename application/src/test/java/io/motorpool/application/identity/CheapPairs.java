package io.motorpool.application.identity;

import io.motorpool.domain.identity.RsaPublicKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * RSA pairs of full length for tests that want many. Finding primes is what takes long, so each prime is used with every
 * other: each pair is another one, signs and is verified as any, and is worthless as a secret, because whoever sees two that
 * share a prime can compute it.
 */
final class CheapPairs {

    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<BigInteger> PRIMES = new ArrayList<>();

    private static int partner;

    private CheapPairs() {}

    /** With one prime more there are as many pairs more as there were primes before. */
    static synchronized KeyPair next() {
        if (PRIMES.isEmpty()) {
            PRIMES.add(newPrime());
        }
        if (partner == 0) {
            PRIMES.add(newPrime());
            partner = PRIMES.size() - 1;
        }
        partner--;
        return pair(PRIMES.getLast(), PRIMES.get(partner));
    }

    /** With its two highest bits, so that the product of two is as long as it can be; and one that the exponent fits. */
    private static BigInteger newPrime() {
        int bits = RsaPublicKey.FEWEST_BITS / 2;
        while (true) {
            BigInteger prime = new BigInteger(bits, RANDOM)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .nextProbablePrime();
            boolean fits = prime.bitLength() == bits
                    && prime.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)
                    && !PRIMES.contains(prime);
            if (fits) {
                return prime;
            }
        }
    }

    private static KeyPair pair(BigInteger p, BigInteger q) {
        BigInteger modulus = p.multiply(q);
        BigInteger ofP = p.subtract(BigInteger.ONE);
        BigInteger ofQ = q.subtract(BigInteger.ONE);
        BigInteger secret = EXPONENT.modInverse(ofP.multiply(ofQ));
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                    rsa.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus, EXPONENT, secret, p, q, secret.mod(ofP), secret.mod(ofQ), q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
