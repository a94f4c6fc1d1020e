package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.CompanyId;
import java.time.YearMonth;

/** What a settlement is about, from its first draft to the last document. */
public record SettlementHead(
        SettlementId id, SettlementNumber number, CompanyId company, YearMonth month, Purpose purpose) {}
