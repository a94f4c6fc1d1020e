package io.motorpool.sandbox.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark found, for people and for programs. */
record MeasuredReport(String benchmark, Measured measured) {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    /** Below it, decimals say something. */
    private static final double SMALL = 100;

    private static final String HEAD = "  %-18s %7s %11s %8s %8s %8s %8s %11s %8s %8s %6s %6s %6s"
            .formatted(
                    "",
                    "clients",
                    "requests/s",
                    "p50 ms",
                    "p99 ms",
                    "max ms",
                    "CPU us",
                    "limit/s",
                    "p50 ms",
                    "p99 ms",
                    "ratio",
                    "bare",
                    "errors");

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        measured.setting().forEach((name, value) -> lines.add("  %-18s %s".formatted(name, value)));
        lines.add("");
        lines.add(HEAD);
        measured.comparisons().forEach(each -> lines.add(row(each)));
        lines.add("");
        measured.figures().forEach(each -> lines.add(row(each)));
        lines.add("");
        measured.shortfalls().forEach(each -> lines.add("  Short of the goal: " + each));
        if (measured.errors() > 0) {
            lines.add("  FAILED: %d requests went wrong".formatted(measured.errors()));
        }
        return lines;
    }

    private static String row(Compared each) {
        return String.format(
                Locale.ROOT,
                "  %-18s %7d %,11.0f %8.2f %8.2f %8.1f %8.0f %,11.0f %8.2f %8.2f %6.2f %6s %6d",
                each.name(),
                each.clients(),
                each.rate(),
                each.p50Ms(),
                each.p99Ms(),
                each.maxMs(),
                each.cpuUs(),
                each.limitRate(),
                each.limitP50Ms(),
                each.limitP99Ms(),
                each.ratio(),
                each.bareRatio() == null ? "" : String.format(Locale.ROOT, "%.2f", each.bareRatio()),
                each.errors());
    }

    private static String row(Figure each) {
        String form = each.value() < SMALL ? "  %-30s %,11.2f %s" : "  %-30s %,11.0f %s";
        return String.format(Locale.ROOT, form, each.name(), each.value(), each.unit());
    }

    List<String> json() {
        List<String> lines = new ArrayList<>();
        ObjectNode setting = JSON.createObjectNode().put("benchmark", benchmark).put("name", "setting");
        measured.setting().forEach(setting::put);
        lines.add(line(setting));
        measured.comparisons().forEach(each -> lines.add(line(each)));
        measured.figures().forEach(each -> lines.add(line(each)));
        return lines;
    }

    private String line(Object row) {
        ObjectNode named = JSON.createObjectNode().put("benchmark", benchmark);
        ObjectNode values = JSON.valueToTree(row);
        return write(named.setAll(values));
    }

    private static String write(Object row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
