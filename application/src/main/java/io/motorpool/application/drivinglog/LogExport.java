package io.motorpool.application.drivinglog;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.util.Map;

/** A company's workbook for a period, made in the name of whoever asked for it. */
public record LogExport(
        ExportId id, Caller by, CompanyId company, TaxPeriod period, Instant startedAt, Outcome outcome) {

    /** What became of it. */
    public sealed interface Outcome {

        record Waiting() implements Outcome {}

        /**
         * It can be fetched.
         *
         * @param rows how many trips are in it
         * @param needingReview how many entries were not decided when it was made; 0 in a period that is closed
         */
        record Ready(FileDigest file, long rows, long needingReview) implements Outcome {}

        /** Something has to be done first: what the model said, as edges tell it. */
        record Refused(String code, Map<String, String> facts) implements Outcome {
            public Refused {
                facts = Map.copyOf(facts);
            }
        }

        /** It could not be made now; asking again tries it again. */
        record Failed() implements Outcome {}
    }
}
