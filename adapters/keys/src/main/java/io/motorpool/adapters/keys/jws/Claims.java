package io.motorpool.adapters.keys.jws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a token says, claim by claim. Whatever is not exactly of its kind is an {@link IllegalArgumentException}. */
public record Claims(Map<String, Object> members) {

    /** The end of the year 9999: later seconds are nonsense. */
    private static final long LATEST = 253_402_300_799L;

    public boolean has(String claim) {
        return members.containsKey(claim);
    }

    public String text(String claim) {
        if (members.get(claim) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + claim);
    }

    public Instant instant(String claim) {
        if (members.get(claim) instanceof Long seconds && seconds >= 0 && seconds <= LATEST) {
            return Instant.ofEpochSecond(seconds);
        }
        throw new IllegalArgumentException("no instant " + claim);
    }

    public long number(String claim) {
        if (members.get(claim) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number " + claim);
    }

    /** Only as everybody writes them: lower case, with all digits. */
    public UUID uuid(String claim) {
        String text = text(claim);
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("no id " + claim);
        }
        return uuid;
    }

    public List<String> texts(String claim) {
        if (!(members.get(claim) instanceof List<?> list)) {
            throw new IllegalArgumentException("no list " + claim);
        }
        return list.stream().map(Claims::text).toList();
    }

    private static String text(Object item) {
        if (item instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a list of other things than texts");
    }

    public boolean isFor(String audience) {
        return audience.equals(members.get("aud"))
                || (members.get("aud") instanceof List<?> list && list.contains(audience));
    }
}
