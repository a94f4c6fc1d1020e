package io.motorpool.application.identity;

import io.motorpool.domain.identity.RsaPublicKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Compact JWS by the JDK alone, so that no library that is under test vouches for itself. */
public record SignedWords(String header, String payload, String signed, byte[] signature) {

    public static SignedWords read(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new AssertionError("no compact JWS: " + parts.length + " parts");
        }
        return new SignedWords(
                new String(decode(parts[0]), StandardCharsets.UTF_8),
                new String(decode(parts[1]), StandardCharsets.UTF_8),
                parts[0] + "." + parts[1],
                decode(parts[2]));
    }

    public boolean isSignedBy(RsaPublicKey key) {
        try {
            PublicKey rsa =
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent()));
            Signature rs256 = Signature.getInstance("SHA256withRSA");
            rs256.initVerify(rsa);
            rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
            return rs256.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RS256. */
    public static String sign(String header, String payload, PrivateKey key) {
        return sign("SHA256withRSA", header, payload, key);
    }

    public static String sign(String algorithm, String header, String payload, PrivateKey key) {
        String signed = encode(header) + "." + encode(payload);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pair that no other test of this process has. */
    public static KeyPair newPair() {
        return CheapPairs.next();
    }

    public static RsaPublicKey publicHalf(KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return new RsaPublicKey(key.getModulus(), key.getPublicExponent());
    }

    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
