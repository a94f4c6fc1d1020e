package io.motorpool.domain.identity;

/**
 * Stands for a login, known or not, where attempts are counted. What people type by mistake into that field, their
 * password for one, is not kept in the clear.
 *
 * @param text SHA-256 in base64url, 43 characters
 */
public record LoginDigest(String text) {

    public LoginDigest {
        byte[] _ = Encoding.decode("a digest", text, SecretDigest.BYTES);
    }

    public static LoginDigest of(EmailAddress login) {
        return new LoginDigest(Encoding.sha256(login.value()));
    }
}
