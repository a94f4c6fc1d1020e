package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor time of another JVM goes, by samples of its flight recorder: each is worth the same time, so a share
 * of the samples is a share of the time.
 */
final class FlightRecording {

    private static final String NAME = "bench";
    private static final String SAMPLE = "jdk.CPUTimeSample";

    private final List<RecordedStackTrace> samples;

    private FlightRecording(List<RecordedStackTrace> samples) {
        this.samples = samples;
    }

    /** What the JVM did during the load. */
    static FlightRecording of(ProcessHandle jvm, Runnable load) {
        Path folder = Folders.temporary("motorpool-recording-");
        Path file = folder.resolve("bench.jfr");
        control(jvm, "JFR.start", "name=" + NAME, SAMPLE + "#enabled=true", SAMPLE + "#throttle=1ms");
        load.run();
        control(jvm, "JFR.stop", "name=" + NAME, "filename=" + file);
        try {
            return new FlightRecording(RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(SAMPLE))
                    .map(RecordedEvent::getStackTrace)
                    .filter(Objects::nonNull)
                    .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        } finally {
            Folders.delete(folder);
        }
    }

    int samples() {
        return samples.size();
    }

    /** In percent: what this class and whatever it calls have of everything. */
    double share(String type) {
        long within = samples.stream()
                .filter(trace -> trace.getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().equals(type)))
                .count();
        return samples.isEmpty() ? 0 : 100.0 * within / samples.size();
    }

    private static void control(ProcessHandle jvm, String... command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString(), Long.toString(jvm.pid())));
        all.addAll(List.of(command));
        try {
            int status = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("%s ended with %d".formatted(command[0], status));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
