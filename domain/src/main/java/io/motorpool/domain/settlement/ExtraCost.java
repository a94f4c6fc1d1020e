package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;

/**
 * A special request of a company, to be paid beside its runs.
 *
 * @param editedBy who last said what it says: they cannot confirm the settlement it goes into (P16)
 */
public record ExtraCost(ExtraCostId id, CompanyId company, ExtraCostLine line, UserId editedBy) {

    public ExtraCostKey key() {
        return line.key();
    }

    ExtraCost saying(ExtraCostLine newLine, UserId by) {
        return newLine.equals(line) ? this : new ExtraCost(id, company, newLine, by);
    }
}
