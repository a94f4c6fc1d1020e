package io.motorpool.sandbox.sap;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Session cookies, each with the one token that is good together with it. */
final class Sessions {

    static final String COOKIE = "SAP_SESSIONID_S4H_100";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** A session and its token. */
    record Pair(String session, String token) {}

    /** The session's token; a new session where there is none, or none that is known. */
    Pair fetch(@Nullable String session) {
        String token = session == null ? null : tokens.get(session);
        if (session != null && token != null) {
            return new Pair(session, token);
        }
        Pair fresh = new Pair(random(), random());
        tokens.put(fresh.session(), fresh.token());
        return fresh;
    }

    boolean belongTogether(@Nullable String session, @Nullable String token) {
        return session != null && token != null && token.equals(tokens.get(session));
    }

    /** Every caller has to fetch anew, as after a restart or a time-out of the sessions. */
    void forget() {
        tokens.clear();
    }

    static Optional<String> session(@Nullable String cookies) {
        for (String cookie : cookies == null ? new String[0] : cookies.split(";")) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(COOKIE)) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    private static String random() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
