package io.motorpool.domain.identity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** The half of a key that everybody may know. */
public record RsaPublicKey(BigInteger modulus, BigInteger exponent) {

    public static final int FEWEST_BITS = 2_048;
    public static final int MOST_BITS = 4_096;

    public RsaPublicKey {
        int bits = modulus.bitLength();
        if (modulus.signum() < 1 || bits < FEWEST_BITS || bits > MOST_BITS || !modulus.testBit(0)) {
            throw new IllegalArgumentException("an RSA key has %d to %d bits".formatted(FEWEST_BITS, MOST_BITS));
        }
        if (exponent.compareTo(BigInteger.valueOf(65_537)) < 0 || exponent.bitLength() > 32 || !exponent.testBit(0)) {
            throw new IllegalArgumentException("the exponent of an RSA key is 65537 or a little larger, and odd");
        }
    }

    /** From the members {@code n} and {@code e} of a JWK. */
    public static RsaPublicKey of(String n, String e) {
        return new RsaPublicKey(number("n", n), number("e", e));
    }

    /** The member {@code n} of a JWK. */
    public String n() {
        return Encoding.encode(unsigned(modulus));
    }

    /** The member {@code e} of a JWK. */
    public String e() {
        return Encoding.encode(unsigned(exponent));
    }

    public KeyId id() {
        return new KeyId(Encoding.sha256("{\"e\":\"" + e() + "\",\"kty\":\"RSA\",\"n\":\"" + n() + "\"}"));
    }

    private static BigInteger number(String member, String text) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the member %s of the key is not base64url".formatted(member), e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    @Override
    public String toString() {
        return "RSA key " + id();
    }
}
