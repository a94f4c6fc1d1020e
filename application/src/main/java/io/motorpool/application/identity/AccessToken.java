package io.motorpool.application.identity;

/**
 * A signed access token, as it is handed out.
 *
 * @param text a compact JWS; never in a log
 */
public record AccessToken(String text) {

    /** What whoever verifies bothers to look at. */
    public static final int LONGEST = 4_096;

    public AccessToken {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("an access token has 1 to %d characters".formatted(LONGEST));
        }
    }

    @Override
    public String toString() {
        return "(access token)";
    }
}
