package io.motorpool.adapters.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.domain.reconciliation.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a change stands in the legacy database's log: for PostgreSQL a number, for MySQL a file, a place in it and a row of the
 * event that stands there. A change of the primary key is a deletion and a creation at one place, in this order; a snapshot that
 * read at that place saw both.
 */
final class LogPlace {

    private static final Pattern NUMBERED_FILE = Pattern.compile(".*?\\.?(\\d{1,9})");
    private static final int BITS_IN_A_FILE = 36;
    private static final long MOST_ROWS = 1L << 28;
    private static final int KINDS = 4;

    private LogPlace() {}

    static Position of(JsonNode source, int kind) {
        if (source.path("lsn").isIntegralNumber() && source.path("lsn").canConvertToLong()) {
            return new Position(source.path("lsn").longValue(), kind);
        }
        Matcher file = NUMBERED_FILE.matcher(source.path("file").asText(""));
        long place = source.path("pos").asLong(-1);
        long row = source.path("row").asLong(0);
        if (!file.matches() || place < 0 || place >= 1L << BITS_IN_A_FILE || row < 0 || row >= MOST_ROWS) {
            throw new IllegalArgumentException("no place in the log");
        }
        long log = (Long.parseLong(file.group(1)) % (1L << (Long.SIZE - 1 - BITS_IN_A_FILE))) << BITS_IN_A_FILE | place;
        return new Position(log, (int) row * KINDS + kind);
    }
}
