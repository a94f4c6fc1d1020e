package io.motorpool.application.audit;

import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One deed: who did what to what, in which role, why, and what it was before and after.
 *
 * @param action the use case, in the words of the glossary
 * @param before what was known of the subject; empty when it is new
 * @param after what is known of it now; empty when it is gone
 */
public record AuditEntry(
        UUID id,
        Instant at,
        UserId actor,
        Role role,
        CompanyId company,
        UUID subject,
        String action,
        Optional<Reason> reason,
        Map<String, String> before,
        Map<String, String> after) {

    public AuditEntry {
        before = byName(before);
        after = byName(after);
    }

    /** For people who compare the two. */
    private static Map<String, String> byName(Map<String, String> facts) {
        return Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
