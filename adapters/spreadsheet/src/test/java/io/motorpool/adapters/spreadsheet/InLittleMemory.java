package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files that it is given, one after the other, in a JVM of its own. */
final class InLittleMemory {

    private InLittleMemory() {}

    static void main(String... files) throws IOException {
        for (String file : files) {
            System.out.println(
                    switch (ExcelExtraCostWorkbooks.reading(Files.readAllBytes(Path.of(file)))) {
                        case Reading.Read read -> "read " + read.rows().size();
                        case Reading.NotRead refused -> "refused " + refused.why();
                        case Reading.Faulty faulty ->
                            "faults " + faulty.faults().size();
                    });
        }
    }
}
