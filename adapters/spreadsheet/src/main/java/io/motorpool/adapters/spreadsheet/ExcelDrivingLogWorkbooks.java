package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.drivinglog.DrivingLogWorkbooks;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Excel's workbooks, one sheet of the official form after the other. */
@ApplicationScoped
class ExcelDrivingLogWorkbooks implements DrivingLogWorkbooks {

    @Override
    public Uni<byte[]> write(TaxPeriod period, Sheets sheets) {
        return Worker.does(() -> LogWorkbook.begin(period))
                .chain(workbook -> fill(workbook, sheets)
                        .chain(() -> Worker.does(workbook::finished))
                        .onTermination()
                        .invoke(workbook::discard));
    }

    private static Uni<Void> fill(LogWorkbook workbook, Sheets sheets) {
        return Multi.createBy()
                .repeating()
                .uni(sheets::next)
                .until(Optional::isEmpty)
                .onItem()
                .transformToUniAndConcatenate(sheet -> Worker.does(() -> workbook.add(sheet.orElseThrow())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
