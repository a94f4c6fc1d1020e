package io.motorpool.sandbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The memory that a process really holds, as Linux tells it. Elsewhere there is nothing to read. */
public final class Memory {

    private static final double KIBI = 1024;

    private Memory() {}

    /** Resident now, in MiB. */
    public static OptionalDouble resident(ProcessHandle process) {
        return read(process, "VmRSS:");
    }

    /** The most that was ever resident, in MiB. */
    public static OptionalDouble highWater(ProcessHandle process) {
        return read(process, "VmHWM:");
    }

    private static OptionalDouble read(ProcessHandle process, String field) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> kibibytes(line) / KIBI)
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + status, failed);
        }
    }

    private static double kibibytes(String line) {
        return Double.parseDouble(line.replaceAll("[^0-9]", ""));
    }
}
