package io.motorpool.sandbox.drill.keys;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/**
 * An access token that was handed out.
 *
 * @param key which signed it
 * @param at when it came, by {@code System.nanoTime}
 */
public record Issued(String token, String key, long at) {

    static Issued now(String token) {
        try {
            return new Issued(token, SignedJWT.parse(token).getHeader().getKeyID(), System.nanoTime());
        } catch (ParseException wrong) {
            throw new IllegalStateException("what was handed out is no token", wrong);
        }
    }
}
