package io.motorpool.bootstrap;

import static io.motorpool.bootstrap.DrivenMonth.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.bootstrap.Sheets.Got;
import io.motorpool.bootstrap.Sheets.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Extra costs come and go by Excel: all of a workbook or nothing, and whatever is wrong with one is told at its place. */
@EndToEnd
class ExtraCostSheetsIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Sheets sheets;
    private final Person clerk;
    private final String path;

    ExtraCostSheetsIT(RunningSystem system) {
        this.sheets = new Sheets(system);
        this.clerk = system.division("SETTLEMENT_CLERK");
        ClientCompany company = system.newCompany();
        this.path = "/companies/%s/extra-costs/%s".formatted(company.id(), MONTH);
        system.operator()
                .api()
                .post("/companies/" + company.id() + "/routes", Map.of("name", "판교-강남 출근"))
                .mustBe(201);
    }

    @Test
    void the_template_is_filled_in_taken_exported_and_taken_again_without_effect() {
        Got template = sheets.get(clerk, "/extra-costs-template").expect(200);
        assertThat(template.type()).isEqualTo(Sheets.MEDIA_TYPE);
        assertThat(take(template.bytes()).expect(200).json().path("added").asInt())
                .isZero();

        Got taken = take(Sheets.workbook(List.of(row(2, "R-1", "４，８００원"), row(3, "R-2", "₩ 12,000"))))
                .expect(200);
        byte[] exported = sheets.get(clerk, path + "/workbook").expect(200).bytes();
        Got again = take(exported).expect(200);

        assertThat(taken.json().path("added").asInt()).isEqualTo(2);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.json().path("added").asInt()
                        + again.json().path("changed").asInt())
                .isZero();
        assertThat(clerk.get(path).expect(200).body().findValuesAsText("amountWon"))
                .containsExactlyInAnyOrder("4800", "12000");
        String cost = clerk.get(path).body().path("items").get(0).path("id").asText();
        assertThat(clerk.api().send("DELETE", path + "/lines/" + cost, null).status())
                .isEqualTo(204);
        assertThat(clerk.get(path).body().path("items")).hasSize(1);
    }

    @Test
    void ten_thousand_rows_are_taken_within_two_seconds_or_so() {
        List<Row> rows = IntStream.range(0, 10_000)
                .mapToObj(i -> row(1 + i % 28, "L-" + i, "1000"))
                .toList();

        Got taken = take(Sheets.workbook(rows)).expect(200);

        assertThat(taken.json().path("added").asInt()).isEqualTo(10_000);
        assertThat(taken.took()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void who_waits_for_a_large_workbook_is_told_of_its_rows_and_then_what_it_came_to() {
        byte[] workbook = Sheets.workbook(IntStream.range(0, 5_000)
                .mapToObj(i -> row(1 + i % 28, "W-" + i, "1000"))
                .toList());

        Got told = sheets.post(clerk, path + "/workbook-import", Sheets.MEDIA_TYPE, workbook)
                .expect(200);
        Got wrong = sheets.post(clerk, path + "/workbook-import", Sheets.MEDIA_TYPE, new byte[] {'P', 'K'})
                .expect(422);

        assertThat(told.type()).startsWith("text/event-stream");
        assertThat(told.events()).hasSize(2);
        assertThat(told.events().getFirst().path("rows").asInt()).isEqualTo(5_000);
        assertThat(told.events().getLast().path("imported").path("added").asInt())
                .isEqualTo(5_000);
        assertThat(wrong.type()).startsWith("application/problem+json");
    }

    @Test
    void one_bad_cell_among_thousands_is_named_and_nothing_is_stored() {
        List<Row> rows = new ArrayList<>(IntStream.range(0, 3_000)
                .mapToObj(i -> row(1 + i % 28, "B-" + i, "1000"))
                .toList());
        rows.set(1_234, row(5, "B-1234", "천 원"));

        Got refused = take(Sheets.workbook(rows)).expect(422);

        assertThat(refused.json().path("code").asText()).isEqualTo("cells-refused");
        assertThat(refused.json().path("errors")).hasSize(1);
        assertThat(refused.json().path("errors").get(0).path("cell").asText()).isEqualTo("특별비용!E1237");
        assertThat(refused.json().path("errors").get(0).path("code").asText()).isEqualTo("not-an-amount");
        assertThat(refused.took()).isLessThan(SOON);
        assertThat(stored("B-")).isEmpty();
    }

    @Test
    void what_is_no_workbook_of_ours_is_refused_at_once_and_nothing_is_stored() {
        byte[] old = new byte[512];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);

        assertThat(fault(take(old))).isEqualTo("OLD_OR_PROTECTED");
        assertThat(fault(take("운행일자,노선".getBytes(StandardCharsets.UTF_8)))).isEqualTo("NOT_AN_XLSX");
        assertThat(fault(take(new byte[0]))).isEqualTo("NOT_AN_XLSX");
        assertThat(take(new byte[] {'P', 'K', 3, 4, 0, 0}).expect(422).took()).isLessThan(SOON);
    }

    @Test
    void a_body_of_another_type_or_size_is_turned_away_whether_its_length_was_announced_or_not() {
        byte[] huge = new byte[5 * 1024 * 1024 + 1];
        Arrays.fill(huge, (byte) 'x');

        Got announced =
                sheets.post(clerk, path + "/workbook", Sheets.MEDIA_TYPE, huge).expect(413);
        Got inPieces = sheets.postInPieces(clerk, path + "/workbook", huge).expect(413);
        Got text = sheets.post(clerk, path + "/workbook", "text/csv", new byte[] {1})
                .expect(415);
        Got json = sheets.post(clerk, path + "/workbook", "application/json", new byte[] {1})
                .expect(415);

        assertThat(List.of(announced, inPieces, text, json))
                .extracting(got -> got.json().path("code").asText())
                .containsExactly(
                        "body-too-large", "body-too-large", "unsupported-media-type", "unsupported-media-type");
        assertThat(sheets.postInPieces(clerk, path + "/workbook", Sheets.workbook(List.of(row(9, "P-1", "1"))))
                        .expect(200)
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void only_workbooks_may_be_that_large() {
        byte[] large = new byte[300 * 1024];
        Arrays.fill(large, (byte) ' ');

        assertThat(sheets.post(clerk, "/settlement-jobs", "application/json", large)
                        .status())
                .isEqualTo(413);
        assertThat(sheets.post(clerk, "/settlement-jobs", Sheets.MEDIA_TYPE, large)
                        .status())
                .isEqualTo(415);
    }

    private Got take(byte[] workbook) {
        return sheets.post(clerk, path + "/workbook", Sheets.MEDIA_TYPE, workbook);
    }

    private static String fault(Got refused) {
        assertThat(refused.took()).isLessThan(SOON);
        return refused.expect(422).json().path("fault").asText();
    }

    private List<String> stored(String prefix) {
        return clerk.get(path + "?limit=100").expect(200).body().findValuesAsText("reference").stream()
                .filter(reference -> reference.startsWith(prefix))
                .toList();
    }

    private static Row row(int day, String reference, String won) {
        return new Row(MONTH.atDay(day), "판교-강남 출근", "통행료", reference, won, "", "경부고속도로");
    }
}
