package io.motorpool.sandbox.parts;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter that arrived.
 *
 * @param text what a person reads, decoded
 */
public record Mail(Instant arrived, String to, String subject, String text) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** The first address that the letter invites to open. */
    public Optional<String> link() {
        Matcher found = LINK.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Without the text, which may carry what opens an account. */
    @Override
    public String toString() {
        return "%s to %s: %s".formatted(arrived, to, subject);
    }
}
