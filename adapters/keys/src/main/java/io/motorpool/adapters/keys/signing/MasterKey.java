package io.motorpool.adapters.keys.signing;

import io.motorpool.adapters.keys.SealedBox;
import io.motorpool.application.identity.OutOfReachException;
import java.security.SecureRandom;
import java.util.Base64;

/** A master key that the deployment hands in: by environment from a secret store, or from a file on a laptop. */
public final class MasterKey implements KeyWrapping {

    private static final String PURPOSE = "motorpool signing keys";

    private final SealedBox box;

    private MasterKey(SealedBox box) {
        this.box = box;
    }

    /** @param base64 256 random bits at least */
    public static MasterKey of(String base64, SecureRandom random) {
        return new MasterKey(SealedBox.of(Base64.getDecoder().decode(base64), PURPOSE, random));
    }

    @Override
    public byte[] wrap(byte[] key) {
        return box.seal(key, PURPOSE);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        return box.open(wrapped, PURPOSE)
                .orElseThrow(() -> new OutOfReachException("the master key is not the one that wrapped this key"));
    }
}
