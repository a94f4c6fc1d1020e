package io.motorpool.sandbox.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key with which this machine signs its own tokens. It is made here, stays in the sandbox's folder and is worth
 * nothing anywhere else. Its public half is published as that of the issuer is: a JWK Set in a folder.
 */
public final class DevelopmentKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRIVATE = "PRIVATE KEY";

    private final Path folder;
    private final RSAPrivateCrtKey key;

    private DevelopmentKeys(Path folder, RSAPrivateCrtKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The key of this folder, made at the first call. */
    public static DevelopmentKeys in(Path folder) {
        try {
            DevelopmentKeys keys = existsIn(folder) ? read(folder) : generate(folder);
            keys.publish();
            return keys;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the keys in " + folder + " cannot be used", failed);
        }
    }

    public static boolean existsIn(Path folder) {
        return Files.exists(privateFile(folder));
    }

    /** The folder in which the application finds the public half. */
    public Path published() {
        return folder.resolve("published");
    }

    public PublicKey publicKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PrivateKey privateKey() {
        return key;
    }

    /** What tokens call the key: its thumbprint (RFC 7638). */
    String id() {
        String members = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(number(key.getPublicExponent()), number(key.getModulus()));
        try {
            byte[] thumbprint =
                    MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return encode(thumbprint);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void publish() {
        Path file = published().resolve(".well-known").resolve("jwks.json");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", "RS256");
        members.put("kid", id());
        members.put("n", number(key.getModulus()));
        members.put("e", number(key.getPublicExponent()));
        try {
            String set = JSON.writeValueAsString(Map.of("keys", List.of(members)));
            if (!Files.exists(file) || !Files.readString(file).equals(set)) {
                Path _ = Folders.create(published().resolve(".well-known"));
                Path _ = Files.writeString(file, set, StandardCharsets.UTF_8);
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot publish the key in " + folder, failed);
        }
    }

    private static DevelopmentKeys generate(Path folder) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey made = generator.generateKeyPair().getPrivate();
        PrivateFile.write(privateFile(folder), pem(made.getEncoded()));
        return new DevelopmentKeys(folder, (RSAPrivateCrtKey) made);
    }

    private static DevelopmentKeys read(Path folder) throws GeneralSecurityException {
        PrivateKey hidden =
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(privateFile(folder))));
        return new DevelopmentKeys(folder, (RSAPrivateCrtKey) hidden);
    }

    private static Path privateFile(Path folder) {
        return folder.resolve("token-private.pem");
    }

    private static String pem(byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(PRIVATE, lines, PRIVATE);
    }

    private static byte[] bytes(Path file) {
        String lines = PrivateFile.read(file)
                .replace("-----BEGIN " + PRIVATE + "-----", "")
                .replace("-----END " + PRIVATE + "-----", "");
        return Base64.getMimeDecoder().decode(lines);
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
