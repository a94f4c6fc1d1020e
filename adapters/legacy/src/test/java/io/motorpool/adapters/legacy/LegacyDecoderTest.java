package io.motorpool.adapters.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.reconciliation.LegacyMessage.Changed;
import io.motorpool.domain.reconciliation.LegacyMessage.Tombstone;
import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as Debezium writes them. */
class LegacyDecoderTest {

    private static final String KEY = "{\"rsv_seq\":17}";
    private static final String COMPANY = "00000000-0000-4000-8000-000000000001";
    private static final String VEHICLE = "00000000-0000-4000-8000-000000000002";
    private static final String DRIVER = "00000000-0000-4000-8000-000000000003";

    /** Half past ten in Seoul. */
    private static final String ROW = """
            {"rsv_seq":17,"rsv_no":"R-2026-000017","corp_uid":"%s","car_uid":"%s","user_uid":"%s",
             "use_start_dt":1796207400000000,"use_end_dt":1796214600000000,"biz_yn":"Y","rsv_stat":"예약완료",
             "out_dt":null,"out_km":null,"in_dt":null,"in_km":null,"memo":"김철수 외 2명"}""".formatted(COMPANY, VEHICLE, DRIVER);

    private static final Instant COMMITTED = Instant.parse("2026-12-01T00:00:00.123Z");

    private static final LegacyRow RESERVED = new LegacyRow(
            new CompanyId(UUID.fromString(COMPANY)),
            new VehicleId(UUID.fromString(VEHICLE)),
            new UserId(UUID.fromString(DRIVER)),
            new Period(Instant.parse("2026-12-02T01:30:00Z"), Instant.parse("2026-12-02T03:30:00Z")),
            true,
            ReservationStatus.RESERVED,
            null,
            null,
            null,
            null);

    @Test
    void a_creation_tells_number_key_place_commit_and_row_in_korean_time() {
        assertThat(changed(envelope("c", "null", ROW)))
                .isEqualTo(new ChangeEvent(
                        new LegacyNumber("R-2026-000017"),
                        KEY,
                        new Position(24_023_128, 1),
                        COMMITTED,
                        new Created(new Image.Readable(RESERVED))));
    }

    @Test
    void an_update_a_deletion_and_a_snapshot_are_told_apart() {
        assertThat(changed(envelope("u", ROW, ROW)).change()).isEqualTo(new Updated(new Image.Readable(RESERVED)));
        assertThat(changed(envelope("r", "null", ROW)).change()).isEqualTo(new Read(new Image.Readable(RESERVED)));
        ChangeEvent deleted = changed(envelope("d", ROW, "null"));
        assertThat(deleted.change()).isEqualTo(new Deleted());
        assertThat(deleted.number()).isEqualTo(new LegacyNumber("R-2026-000017"));
    }

    @Test
    void of_what_stands_at_one_place_the_row_first_goes_then_comes_and_then_is_seen() {
        assertThat(List.of("d", "c", "r"))
                .extracting(op -> changed(envelope(op, ROW, ROW)).position())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void places_of_mysql_are_ordered_by_file_place_and_row() {
        assertThat(List.of(
                        inMySql("\"mysql-bin.000009\"", 900, 0),
                        inMySql("\"mysql-bin.000010\"", 4, 0),
                        inMySql("\"mysql-bin.000010\"", 4, 1),
                        inMySql("\"mysql-bin.000010\"", 5_000_000_000L, 0)))
                .extracting(message -> changed(message).position())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void nothing_as_value_is_a_tombstone() {
        assertThat(LegacyDecoder.decode(new Captured("t-0@1", KEY, null))).isEqualTo(new Tombstone(KEY));
    }

    @Test
    void a_schema_around_it_makes_no_difference() {
        String value = "{\"schema\":{\"type\":\"struct\"},\"payload\":%s}".formatted(envelope("c", "null", ROW));
        String key = "{\"schema\":{\"type\":\"struct\"},\"payload\":%s}".formatted(KEY);

        assertThat(LegacyDecoder.decode(new Captured("t-0@1", key, value)))
                .isEqualTo(new Changed(changed(envelope("c", "null", ROW))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1796207400000000",
                "1796207400000",
                "1796207400000000000",
                "\"1796207400000\"",
                "\"2026-12-02 10:30:00\"",
                "\"2026-12-02 10:30:00.000000\"",
                "\"2026-12-02T10:30\"",
                "\" 2026-12-02 10:30 \""
            })
    void a_local_time_is_read_however_it_is_told(String told) {
        assertThat(row(ROW.replace("1796207400000000", told)).period().start())
                .isEqualTo(Instant.parse("2026-12-02T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "예약,RESERVED",
        "' 예약 완료',RESERVED",
        "rsv,RESERVED",
        "운행중,IN_USE",
        "반납완료,RETURNED",
        "강제반납,FORCE_RETURNED",
        "취소,CANCELLED",
        "Cancel,CANCELLED",
        "NO-SHOW,NO_SHOW",
        "노쇼,NO_SHOW"
    })
    void free_text_is_a_status_however_it_was_written(String written, ReservationStatus status) {
        assertThat(row(ROW.replace("예약완료", written)).status()).isEqualTo(status);
    }

    @Test
    void what_was_driven_is_read_with_numbers_as_text_too() {
        LegacyRow driven = row(ROW.replace("예약완료", "반납")
                .replace("\"out_dt\":null", "\"out_dt\":\"2026-12-02 10:35:00\"")
                .replace("\"out_km\":null", "\"out_km\":\"12000 \"")
                .replace("\"in_dt\":null", "\"in_dt\":\"2026-12-02 12:00:00\"")
                .replace("\"in_km\":null", "\"in_km\":12034"));

        assertThat(driven.startedAt()).isEqualTo(Instant.parse("2026-12-02T01:35:00Z"));
        assertThat(driven.startOdometer()).isEqualTo(new Odometer(12_000));
        assertThat(driven.returnedAt()).isEqualTo(Instant.parse("2026-12-02T03:00:00Z"));
        assertThat(driven.endOdometer()).isEqualTo(new Odometer(12_034));
    }

    @Test
    void columns_that_came_or_went_make_no_difference() {
        String drifted = ROW.replace(",\"biz_yn\":\"Y\"", "")
                .replace(",\"memo\":\"김철수 외 2명\"", ",\"charge_type\":{\"nested\":[1]}")
                .replace(",\"in_dt\":null", "");

        assertThat(row(drifted).period()).isEqualTo(RESERVED.period());
        assertThat(row(drifted).corporate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"use_end_dt\":1796214600000000 | \"use_end_dt\":1796207400000000",
                "\"use_end_dt\":1796214600000000 | \"use_end_dt\":null",
                "\"use_end_dt\":1796214600000000 | \"use_end_dt\":\"0000-00-00 00:00:00\"",
                "\"use_end_dt\":1796214600000000 | \"use_end_dt\":99999999999999999999",
                "\"rsv_stat\":\"예약완료\" | \"rsv_stat\":\"보류\"",
                "\"rsv_stat\":\"예약완료\" | \"rsv_stat\":\"\"",
                "\"car_uid\":\"00000000-0000-4000-8000-000000000002\" | \"car_uid\":\"4711\"",
                "\"car_uid\":\"00000000-0000-4000-8000-000000000002\" | \"car_uid\":{}",
                "\"out_km\":null | \"out_km\":-3",
                "\"biz_yn\":\"Y\" | \"biz_yn\":\"maybe\""
            })
    void a_row_that_makes_no_sense_is_kept_as_an_image_that_cannot_be_read(String sense, String nonsense) {
        String broken = ROW.replace(sense.strip(), nonsense.strip());
        assertThat(broken).isNotEqualTo(ROW);

        assertThat(((Created) changed(envelope("c", "null", broken)).change()).after())
                .isInstanceOfSatisfying(Image.Unreadable.class, image -> {
                    assertThat(image.raw()).contains("김철수");
                    assertThat(image.toString()).doesNotContain("김철수");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[1]",
                "{}",
                "{\"op\":\"t\",\"source\":{\"lsn\":1,\"ts_ms\":1796083200123}}",
                "{\"op\":\"d\",\"before\":null,\"source\":{\"lsn\":1,\"ts_ms\":1796083200123}}",
                "{\"op\":\"c\",\"after\":{\"rsv_no\":null},\"source\":{\"lsn\":1,\"ts_ms\":1796083200123}}",
                "{\"op\":\"c\",\"after\":{\"rsv_no\":\"a\\u0000\"},\"source\":{\"lsn\":1,\"ts_ms\":1796083200123}}",
                "{\"op\":\"c\",\"after\":{\"rsv_no\":\"A\"},\"source\":{\"ts_ms\":1796083200123}}",
                "{\"op\":\"c\",\"after\":{\"rsv_no\":\"A\"},\"source\":{\"lsn\":1}}",
                "{\"op\":\"c\",\"after\":{\"rsv_no\":\"A\"},\"source\":{\"lsn\":1,\"ts_ms\":99999999999999}}",
            })
    void what_cannot_be_understood_at_all_is_kept_as_it_came(String value) {
        LegacyMessage decoded = LegacyDecoder.decode(new Captured("t-0@9", KEY, value));

        assertThat(decoded).isInstanceOfSatisfying(Undecodable.class, kept -> {
            assertThat(kept.source()).isEqualTo("t-0@9");
            assertThat(kept.raw()).isEqualTo(value);
        });
    }

    @Test
    void without_a_key_or_with_an_endless_one_nothing_is_known() {
        String value = envelope("c", "null", ROW);

        assertThat(LegacyDecoder.decode(new Captured("t-0@1", null, value))).isInstanceOf(Undecodable.class);
        assertThat(LegacyDecoder.decode(new Captured("t-0@1", "\"" + "k".repeat(300) + "\"", value)))
                .isInstanceOf(Undecodable.class);
        assertThat(LegacyDecoder.decode(new Captured("t-0@1", "no json", value)))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void nested_beyond_reason_it_is_kept_too() {
        assertThat(LegacyDecoder.decode(new Captured("t-0@1", KEY, "[".repeat(100_000))))
                .isInstanceOf(Undecodable.class);
    }

    private static LegacyRow row(String row) {
        Image image = ((Created) changed(envelope("c", "null", row)).change()).after();
        assertThat(image).isInstanceOf(Image.Readable.class);
        return ((Image.Readable) image).row();
    }

    private static ChangeEvent changed(String value) {
        LegacyMessage message = LegacyDecoder.decode(new Captured("t-0@1", KEY, value));
        assertThat(message).isInstanceOf(Changed.class);
        return ((Changed) message).event();
    }

    private static String envelope(String op, String before, String after) {
        return """
                {"before":%s,"after":%s,"op":"%s","ts_ms":1796083200500,"transaction":null,
                 "source":{"connector":"postgresql","db":"legacy","schema":"public","table":"rsv_master",
                           "ts_ms":1796083200123,"txId":751,"lsn":24023128,"snapshot":"false"}}""".formatted(before, after, op);
    }

    private static String inMySql(String file, long place, int row) {
        return """
                {"before":null,"after":%s,"op":"c","ts_ms":1796083200500,
                 "source":{"connector":"mysql","ts_ms":1796083200000,"file":%s,"pos":%d,"row":%d}}""".formatted(ROW, file, place, row);
    }
}
