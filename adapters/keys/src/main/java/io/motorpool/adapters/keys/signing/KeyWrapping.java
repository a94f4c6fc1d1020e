package io.motorpool.adapters.keys.signing;

/**
 * Encrypts the small keys that encrypt the signing keys. With a master key of this machine it is a matter of a moment;
 * in production it may be a call to a key management service, which is why it runs where waiting is allowed.
 *
 * <p>Fails with an {@link io.motorpool.application.identity.OutOfReachException} when the master key cannot be used.
 */
public interface KeyWrapping {

    byte[] wrap(byte[] key);

    byte[] unwrap(byte[] wrapped);
}
