package io.motorpool.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredReportTest {

    private static final Compared CREATE = new Compared(
            "create", 8, 1500, 4.5, 11, 30, 350, 400, 40, 2500, 3, 9, 390, 90, 0.6, 2, 2000.0, 0.75, 0.6, null);
    private static final MeasuredReport REPORT = new MeasuredReport(
            "reservations",
            new Measured(
                    Map.of("machine", "2 cores"),
                    List.of(CREATE),
                    List.of(new Figure("memory, idle", 310, "MiB", 300.0))));

    @Test
    void programs_get_one_object_a_line_with_the_published_names() throws Exception {
        List<String> lines = REPORT.json();

        assertThat(lines).hasSize(3);
        JsonNode setting = new ObjectMapper().readTree(lines.get(0));
        assertThat(setting.path("machine").asText()).isEqualTo("2 cores");
        JsonNode row = new ObjectMapper().readTree(lines.get(1));
        assertThat(row.path("name").asText()).isEqualTo("create");
        assertThat(row.path("clients").asInt()).isEqualTo(8);
        assertThat(row.path("rate").asDouble()).isEqualTo(1500);
        assertThat(row.path("p50_ms").asDouble()).isEqualTo(4.5);
        assertThat(row.path("p99_ms").asDouble()).isEqualTo(11);
        assertThat(row.path("cpu_us").asDouble()).isEqualTo(350);
        assertThat(row.path("limit_rate").asDouble()).isEqualTo(2500);
        assertThat(row.path("ratio").asDouble()).isEqualTo(0.6);
        assertThat(row.path("errors").asInt()).isEqualTo(2);
        assertThat(row.path("bare_ratio").asDouble()).isEqualTo(0.75);
        JsonNode figure = new ObjectMapper().readTree(lines.get(2));
        assertThat(figure.path("name").asText()).isEqualTo("memory, idle");
        assertThat(figure.path("at_most").asDouble()).isEqualTo(300);
    }

    @Test
    void people_read_what_failed_and_what_fell_short() {
        assertThat(String.join("\n", REPORT.table()))
                .contains("create", "1,500", "0.60")
                .contains("Short of the goal: memory, idle: 310.00 MiB, hoped for at most 300.00")
                .contains("FAILED: 2 requests went wrong");
    }
}
