package io.motorpool.sandbox.token;

import io.motorpool.sandbox.files.PrivateFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key pair with which a test ground signs tokens by itself. It is made there, stays in the ground's folder and is worth
 * nothing anywhere else.
 */
public final class DevelopmentKeys {

    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";

    private final KeyPair pair;

    private DevelopmentKeys(KeyPair pair) {
        this.pair = pair;
    }

    /** The pair of this folder, made at the first call. */
    public static DevelopmentKeys in(Path folder) {
        try {
            return existsIn(folder) ? read(folder) : generate(folder);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the keys in " + folder + " cannot be used", failed);
        }
    }

    private static boolean existsIn(Path folder) {
        return Files.exists(publicFile(folder)) && Files.exists(privateFile(folder));
    }

    /** The thumbprint of the public half (RFC 7638), by which sets of keys name it. */
    public String id() {
        String members = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(exponent(), modulus());
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As a JWK has it. */
    public String modulus() {
        return encode(unsigned(publicKey().getModulus()));
    }

    /** As a JWK has it. */
    public String exponent() {
        return encode(unsigned(publicKey().getPublicExponent()));
    }

    public RSAPublicKey publicKey() {
        return (RSAPublicKey) pair.getPublic();
    }

    /** Without the byte for the sign. */
    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public PrivateKey privateKey() {
        return pair.getPrivate();
    }

    private static DevelopmentKeys generate(Path folder) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        PrivateFile.write(privateFile(folder), pem(PRIVATE, pair.getPrivate().getEncoded()));
        PrivateFile.write(publicFile(folder), pem(PUBLIC, pair.getPublic().getEncoded()));
        return new DevelopmentKeys(pair);
    }

    private static DevelopmentKeys read(Path folder) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        PublicKey shown = rsa.generatePublic(new X509EncodedKeySpec(bytes(publicFile(folder), PUBLIC)));
        PrivateKey hidden = rsa.generatePrivate(new PKCS8EncodedKeySpec(bytes(privateFile(folder), PRIVATE)));
        return new DevelopmentKeys(new KeyPair(shown, hidden));
    }

    private static Path publicFile(Path folder) {
        return folder.resolve("token-public.pem");
    }

    private static Path privateFile(Path folder) {
        return folder.resolve("token-private.pem");
    }

    private static String pem(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }

    private static byte[] bytes(Path file, String kind) {
        String lines = PrivateFile.read(file)
                .replace("-----BEGIN " + kind + "-----", "")
                .replace("-----END " + kind + "-----", "");
        return Base64.getMimeDecoder().decode(lines);
    }
}
