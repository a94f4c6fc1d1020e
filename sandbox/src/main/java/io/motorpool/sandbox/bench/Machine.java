package io.motorpool.sandbox.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What this machine is, for whoever compares two runs. */
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    public static Map<String, String> describe() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("machine", "%d cores, %s".formatted(Runtime.getRuntime().availableProcessors(), processor()));
        machine.put("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
        machine.put(
                "load before",
                "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        machine.put(
                "java",
                "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.runtime.version")));
        return machine;
    }

    private static String processor() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }
}
