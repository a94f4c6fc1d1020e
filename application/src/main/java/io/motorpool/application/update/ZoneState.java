package io.motorpool.application.update;

import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a zone looks to somebody, as short as a version: the same on every node, another one when anything of it is different.
 * It is no secret and proves nothing.
 *
 * @param text 22 characters: 128 bits in the alphabet of URLs
 */
public record ZoneState(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    public ZoneState {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a state as it was given");
        }
    }

    static ZoneState of(List<VehicleRow> rows, boolean truncated) {
        MessageDigest digest = sha256();
        rows.forEach(row -> add(digest, row));
        add(digest, Boolean.toString(truncated));
        return new ZoneState(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES)));
    }

    private static void add(MessageDigest digest, VehicleRow row) {
        add(digest, row.vehicle().toString());
        add(digest, row.description().plate().value());
        add(digest, row.description().model());
        add(digest, Integer.toString(row.description().seats()));
        add(digest, row.description().ownership().name());
        add(digest, row.description().drive().propulsion().name());
        add(digest, Integer.toString(row.description().drive().rangeKm()));
        add(digest, row.whyNot().map(ZoneState::words).orElse(""));
    }

    private static String words(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return explained.code() + new TreeMap<>(explained.facts());
    }

    /** Each with its length, so that what follows another cannot be taken for a part of it. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
