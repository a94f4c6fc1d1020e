package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/**
 * A company's runs of a day come and go as workbooks, for a division that has no live feed: exported as they are planned,
 * filled in, and taken back the day after. What is wrong with one is told with sheet and cell, and then nothing is stored
 * (P12).
 */
public interface ExchangeRuns {

    /** What is planned and known of the day. Taking it in again changes nothing. */
    Uni<Decision<byte[], Refusal>> export(Caller caller, CompanyId company, LocalDate serviceDate);

    Uni<Decision<Taken, Refusal>> take(Upload upload);

    /** @param workbook as it came: anything at all */
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(Caller caller, CompanyId company, LocalDate serviceDate, byte[] workbook) {}

    /**
     * @param reported runs of which something was reported
     * @param unchanged rows that say what is known already, or nothing
     */
    record Taken(int reported, int unchanged) {}
}
