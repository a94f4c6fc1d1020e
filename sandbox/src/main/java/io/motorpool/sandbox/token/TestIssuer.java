package io.motorpool.sandbox.token;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Lets a test ground sign tokens by itself. Its key is put on the issuer's ring as one that has retired: it is published
 * and verified with like every other, and Motorpool never signs with it, nor forgets it. This takes the right of whoever
 * owns the database; Motorpool itself has no door for it, so there is none to be left open.
 */
public final class TestIssuer {

    private static final UUID RING = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    private static final String ADMIT_RING = """
            INSERT INTO key_ring (id, set_version, hurried) VALUES (?, 1, false)
            ON CONFLICT (id) DO UPDATE SET set_version = key_ring.set_version + 1""";

    /** Its last token expires in a time that no test lives to see. */
    private static final String ADMIT_KEY = """
            INSERT INTO signing_key (id, ring_id, place, modulus, exponent, stage, since)
            SELECT ?, r.id, (SELECT coalesce(max(k.place), -1) + 1 FROM signing_key AS k WHERE k.ring_id = r.id), ?, ?,
                   'RETIRED', timestamptz '2200-01-01T00:00:00Z'
              FROM key_ring AS r
             WHERE r.id = ?""";

    private static final String EXPEL_RING = "UPDATE key_ring SET set_version = set_version + 1 WHERE id = ?";

    private static final String EXPEL_KEY = "DELETE FROM signing_key WHERE id = ?";

    private TestIssuer() {}

    /** After the migration; before the first node starts, or as soon as the set is published the next time. */
    public static void admit(PostgresPart postgres, DevelopmentKeys keys) {
        try (Connection database = postgres.connect(postgres.owner());
                PreparedStatement ring = database.prepareStatement(ADMIT_RING);
                PreparedStatement key = database.prepareStatement(ADMIT_KEY)) {
            database.setAutoCommit(false);
            ring.setObject(1, RING);
            int _ = ring.executeUpdate();
            key.setString(1, keys.id());
            key.setString(2, keys.modulus());
            key.setString(3, keys.exponent());
            key.setObject(4, RING);
            int _ = key.executeUpdate();
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("the ground's key cannot be put on the issuer's ring", failed);
        }
    }

    /** Takes the key off again, as if its time were over: it is in no set that is published from then on. */
    public static void expel(PostgresPart postgres, DevelopmentKeys keys) {
        try (Connection database = postgres.connect(postgres.owner());
                PreparedStatement ring = database.prepareStatement(EXPEL_RING);
                PreparedStatement key = database.prepareStatement(EXPEL_KEY)) {
            database.setAutoCommit(false);
            ring.setObject(1, RING);
            int _ = ring.executeUpdate();
            key.setString(1, keys.id());
            int _ = key.executeUpdate();
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("the ground's key cannot be taken off the issuer's ring", failed);
        }
    }
}
