package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.parts.PostgresPart;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What everybody has used since they were started, as the operating system counts it. */
public record ProcessorTime(ProcessHandle application, PostgresPart postgres) implements Supplier<Cost> {

    @Override
    public Cost get() {
        Duration database = postgres.process().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .map(ProcessorTime::of)
                .reduce(Duration.ZERO, Duration::plus);
        return new Cost(of(application), database, of(ProcessHandle.current()));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
