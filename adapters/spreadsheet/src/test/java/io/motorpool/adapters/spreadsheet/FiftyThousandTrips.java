package io.motorpool.adapters.spreadsheet;

import io.motorpool.domain.drivinglog.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the workbooks of two companies of 50,000 trips each into the folder, in a JVM of its own. */
final class FiftyThousandTrips {

    static final int TRIPS = 50_000;
    static final int VEHICLES = 50;

    private FiftyThousandTrips() {}

    static void main(String... folder) throws IOException {
        ExcelDrivingLogWorkbooks workbooks = new ExcelDrivingLogWorkbooks();
        byte[] one = workbooks
                .write(Logs.YEAR, Logs.sheets(1, _ -> Logs.busy("12가3456", TRIPS)))
                .await()
                .indefinitely();
        byte[] many = workbooks
                .write(Logs.YEAR, Logs.sheets(VEHICLES, i -> Logs.busy("12가%04d".formatted(i), TRIPS / VEHICLES)))
                .await()
                .indefinitely();
        Path _ = Files.write(Path.of(folder[0]).resolve("one-vehicle.xlsx"), one);
        Path _ = Files.write(Path.of(folder[0]).resolve("many-vehicles.xlsx"), many);
        System.out.println(FileDigest.of(one) + " " + FileDigest.of(many));
        System.exit(0);
    }
}
