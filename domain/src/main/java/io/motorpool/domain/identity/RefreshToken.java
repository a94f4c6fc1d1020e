package io.motorpool.domain.identity;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client shows to go on without a password: which session, and the secret of its present generation. Opaque to
 * the client.
 */
public record RefreshToken(SessionId session, Secret secret) {

    private static final int ID_BYTES = 16;
    private static final int ID_LENGTH = 22;
    private static final int LENGTH = ID_LENGTH + 1 + 43;

    /** What a client sent. Empty when it is no refresh token at all. */
    public static Optional<RefreshToken> read(String text) {
        if (text.length() != LENGTH || text.charAt(ID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            ByteBuffer id = ByteBuffer.wrap(Encoding.decode("a session", text.substring(0, ID_LENGTH), ID_BYTES));
            return Optional.of(new RefreshToken(
                    new SessionId(new UUID(id.getLong(), id.getLong())), new Secret(text.substring(ID_LENGTH + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The form that the client gets. */
    public String written() {
        ByteBuffer id = ByteBuffer.allocate(ID_BYTES)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits());
        return Encoding.encode(id.array()) + "." + secret.text();
    }
}
