package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.TaxPeriod;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The official form (업무용승용차 운행기록부) as a workbook: one for a company and a period, one sheet for each vehicle. The same
 * sheets give the same bytes, whenever and on whatever node they are written.
 */
public interface DrivingLogWorkbooks {

    /** Takes one sheet after the other and writes it before it asks for the next: a whole company need not fit in memory. */
    Uni<byte[]> write(TaxPeriod period, Sheets sheets);

    /** Where the sheets come from. Asked for the next one only when the last one is written. */
    interface Sheets {

        /** Empty after the last one. There is at least one. */
        Uni<Optional<ShownSheet>> next();
    }
}
