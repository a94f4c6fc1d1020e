package io.motorpool.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks over HTTP, as somebody with a program of their own would send and get them. */
final class Sheets {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI node;

    Sheets(RunningSystem system) {
        this.node = system.node().url();
    }

    /** An answer whose body may be anything. */
    record Got(int status, String type, byte[] bytes, Duration took) {

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException("not JSON", failed);
            }
        }

        /** Of a stream that has ended. */
        List<JsonNode> events() {
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).getBytes(StandardCharsets.UTF_8))
                    .map(data -> new Got(status, type, data, took).json())
                    .toList();
        }

        Got expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(
                        "expected %d, got %d %s".formatted(wanted, status, new String(bytes, StandardCharsets.UTF_8)));
            }
            return this;
        }
    }

    Got get(Person by, String path) {
        return send(request(by, path).GET().build());
    }

    Got post(Person by, String path, String type, byte[] body) {
        return send(request(by, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** The same without saying how long it will be. */
    Got postInPieces(Person by, String path, byte[] body) {
        return send(request(by, path)
                .header("Content-Type", MEDIA_TYPE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build());
    }

    private HttpRequest.Builder request(Person by, String path) {
        return HttpRequest.newBuilder(URI.create(node + "/api/v1" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + by.token());
    }

    private static Got send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Got(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer to " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        }
    }

    /** Runs of a day, each cell as somebody typed it. */
    static byte[] runSheet(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Somebody", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("운행");
            sheet.value(0, 0, "양식");
            sheet.value(0, 1, "motorpool-runs-1");
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < rows.get(i).size(); column++) {
                    sheet.value(i + 2, column, rows.get(i).get(column));
                }
            }
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a workbook", failed);
        }
        return bytes.toByteArray();
    }

    /** One row of the template, as somebody typed it. */
    record Row(Object date, String route, String kind, String reference, Object won, String reason, String text) {}

    static byte[] workbook(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Somebody", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("특별비용");
            sheet.value(0, 0, "양식");
            sheet.value(0, 1, "motorpool-extra-costs-1");
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 2, rows.get(i));
            }
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a workbook", failed);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int index, Row row) {
        sheet.value(index, 0, row.date().toString());
        sheet.value(index, 1, row.route());
        sheet.value(index, 2, row.kind());
        sheet.value(index, 3, row.reference());
        sheet.value(index, 4, row.won().toString());
        sheet.value(index, 5, row.reason());
        sheet.value(index, 6, row.text());
    }
}
