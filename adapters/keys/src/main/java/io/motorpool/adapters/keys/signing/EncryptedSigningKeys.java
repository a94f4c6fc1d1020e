package io.motorpool.adapters.keys.signing;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.SigningKeys;
import io.motorpool.application.identity.UnknownKeyException;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys in encrypted files. One that was opened stays open in this node's memory for as long as its file is there, so that
 * signing neither decrypts nor asks a key management service.
 */
public final class EncryptedSigningKeys implements SigningKeys {

    private final KeyFolder folder;
    private final TokenText text;
    private final Aside aside;
    private final Callable<KeyPair> newPair;
    private final Map<KeyId, PrivateKey> open = new ConcurrentHashMap<>();

    public EncryptedSigningKeys(Path folder, KeyWrapping wrapping, Issuer issuer, Aside aside, SecureRandom random) {
        this(folder, wrapping, issuer, aside, random, () -> newPair(random));
    }

    /** @param newPair where a pair comes from, which takes long */
    EncryptedSigningKeys(
            Path folder,
            KeyWrapping wrapping,
            Issuer issuer,
            Aside aside,
            SecureRandom random,
            Callable<KeyPair> newPair) {
        this.folder = new KeyFolder(folder, wrapping, random);
        this.text = new TokenText(issuer);
        this.aside = aside;
        this.newPair = newPair;
    }

    @Override
    public Uni<RsaPublicKey> make() {
        return aside.run(() -> {
            KeyPair pair = newPair.call();
            RSAPublicKey made = (RSAPublicKey) pair.getPublic();
            RsaPublicKey key = new RsaPublicKey(made.getModulus(), made.getPublicExponent());
            folder.put(key.id(), pair.getPrivate().getEncoded());
            return key;
        });
    }

    @Override
    public Uni<AccessToken> sign(KeyId key, AccessClaims claims) {
        return aside.run(() -> text.of(claims, key, opened(key)));
    }

    @Override
    public Uni<Void> destroy(KeyId key) {
        return aside.run(() -> {
                    folder.remove(key);
                    return open.remove(key) != null;
                })
                .replaceWithVoid();
    }

    /** Whatever another node did to the folder counts at once. */
    private PrivateKey opened(KeyId key) {
        if (!folder.has(key)) {
            open.remove(key);
            throw new UnknownKeyException(key);
        }
        return open.computeIfAbsent(key, _ -> read(folder.get(key).orElseThrow(() -> new UnknownKeyException(key))));
    }

    private static KeyPair newPair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RsaPublicKey.FEWEST_BITS, random);
        return generator.generateKeyPair();
    }

    private static PrivateKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed is no private key", e);
        }
    }
}
