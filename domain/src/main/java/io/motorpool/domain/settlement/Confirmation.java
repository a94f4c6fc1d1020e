package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.UserId;
import java.time.Instant;

/**
 * Who answers for a settlement, and what exactly they confirmed.
 *
 * @param seal of the snapshot
 */
public record Confirmation(UserId by, Instant at, Totals totals, Seal seal) {}
