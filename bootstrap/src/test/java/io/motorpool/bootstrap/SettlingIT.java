package io.motorpool.bootstrap;

import static io.motorpool.bootstrap.DrivenMonth.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.bootstrap.Race.Finish;
import io.motorpool.sandbox.api.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps a bill true: one confirmation, four eyes, nothing that moves afterwards, corrections as documents of their own. */
@EndToEnd
class SettlingIT {

    private static final int CLIENTS = 50;

    private static final Map<String, Object> WRONG_RATE =
            Map.of("reason", Map.of("code", "DATA_CORRECTION", "note", "the rate was agreed too late"));

    private final RunningSystem system;

    SettlingIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void of_fifty_who_confirm_at_once_one_does_and_sap_is_asked_for_one_document() throws Exception {
        DrivenMonth month = DrivenMonth.of(system);
        Answer calculated = month.calculated();
        List<Supplier<Answer>> callers = Stream.generate(
                        () -> system.division("SETTLEMENT_APPROVER").withOneToken())
                .limit(CLIENTS)
                .<Supplier<Answer>>map(approver -> () -> month.confirm(approver, calculated))
                .toList();

        List<Finish> finishes = Race.between(callers);

        assertThat(finishes).filteredOn(finish -> finish.status() == 200).hasSize(1);
        assertThat(finishes).filteredOn(finish -> finish.status() != 200).allSatisfy(finish -> {
            assertThat(finish.status()).as(finish.answer().toString()).isEqualTo(409);
            assertThat(finish.answer().code()).isEqualTo("not-possible-for-settlement");
        });
        Answer posted = month.posted(calculated);
        assertThat(SapDocuments.of(system)
                        .debitMemos(posted.body().path("number").asText()))
                .hasSize(1);
        assertThat(system.auditor()
                        .get("/companies/" + month.company() + "/settlements-verification")
                        .expect(200)
                        .body()
                        .path("snapshots")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_maker_of_a_bill_cannot_be_its_checker() {
        DrivenMonth month = DrivenMonth.of(system);
        Person both = system.division("SETTLEMENT_CLERK", "SETTLEMENT_APPROVER");
        var _ = importCost(month, both, "R-1").expect(200);
        Answer calculated = month.calculated();

        Answer refused = month.confirm(both, calculated).expect(403);
        Answer confirmed = month.confirm(month.approver(), calculated).expect(200);

        assertThat(refused.code()).isEqualTo("maker-is-not-checker");
        assertThat(confirmed.body().path("confirmedBy").asText())
                .isEqualTo(month.approver().user().toString());
        var _ = month.posted(calculated);
    }

    @Test
    void what_blocks_a_month_is_listed_with_what_to_do_and_keeps_it_from_being_confirmed() {
        ClientCompany company = system.newCompany();
        Person approver = system.division("SETTLEMENT_APPROVER");
        String settlements = "/companies/" + company.id() + "/settlements/" + MONTH;
        Answer calculated =
                approver.api().post(settlements + "/calculation", null).expect(200);

        JsonNode blockers =
                approver.get(settlements + "/blockers").expect(200).body().path("items");
        Answer refused = approver.api()
                .post(
                        "/settlements/" + calculated.id() + "/confirmation",
                        null,
                        "If-Match",
                        calculated.etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(409);

        assertThat(blockers.findValuesAsText("kind")).containsExactly("NO_ERP_ACCOUNT", "NOTHING_TO_BILL");
        assertThat(blockers.findValuesAsText("remedy"))
                .containsExactly("NAME_THE_ERP_ACCOUNT", "LEAVE_THE_MONTH_UNBILLED");
        assertThat(refused.code()).isEqualTo("settlement-blocked");
        assertThat(refused.body().path("blockers").asText()).isEqualTo("NO_ERP_ACCOUNT,NOTHING_TO_BILL");
    }

    @Test
    void a_confirmed_month_refuses_every_change_and_says_for_ever_what_it_said() {
        DrivenMonth month = DrivenMonth.of(system);
        Answer calculated = month.calculated();
        var _ = month.confirm(month.approver(), calculated).expect(200);
        String id = month.posted(calculated).id().toString();
        JsonNode before = month.approver()
                .get("/settlements/" + id + "/statement")
                .expect(200)
                .body();
        byte[] workbook = new Sheets(system)
                .get(month.approver(), "/settlements/" + id + "/statement-workbook")
                .expect(200)
                .bytes();
        String run = month.runs().getFirst();

        assertThat(month.calculate().expect(409).code()).isEqualTo("not-possible-for-settlement");
        assertThat(importCost(month, month.clerk(), "R-1")
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("month-closed");
        assertThat(month.operator()
                        .api()
                        .post(
                                "/runs/" + run + "/annulment",
                                null,
                                "If-Match",
                                month.operator().get("/runs/" + run).expect(200).etag())
                        .expect(409)
                        .code())
                .isEqualTo("month-closed");
        assertThat(month.operator()
                        .api()
                        .post(
                                "/slots/" + month.slot() + "/substitutions",
                                Map.of(
                                        "vehicle",
                                        month.client().newVehicle().toString(),
                                        "chauffeur",
                                        UUID.randomUUID().toString(),
                                        "from",
                                        MONTH.atDay(3) + "T00:00:00+09:00",
                                        "cause",
                                        "BREAKDOWN"),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .expect(409)
                        .code())
                .isEqualTo("month-closed");

        assertThat(month.operator()
                        .api()
                        .put(
                                "/routes/" + month.route(),
                                Map.of("name", "새 이름"),
                                "If-Match",
                                month.operator()
                                        .get("/routes/" + month.route())
                                        .expect(200)
                                        .etag())
                        .status())
                .isEqualTo(200);
        assertThat(month.approver()
                        .get("/settlements/" + id + "/statement")
                        .expect(200)
                        .body())
                .isEqualTo(before);
        assertThat(Arrays.equals(
                        new Sheets(system)
                                .get(month.approver(), "/settlements/" + id + "/statement-workbook")
                                .expect(200)
                                .bytes(),
                        workbook))
                .isTrue();
        assertThat(month.approver()
                        .get("/companies/" + month.company() + "/settlements-verification")
                        .expect(200)
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_correction_is_a_reversal_and_a_reissue_each_a_document_of_its_own() {
        DrivenMonth month = DrivenMonth.of(system);
        Answer calculated = month.calculated();
        var _ = month.confirm(month.approver(), calculated).expect(200);
        Answer posted = month.posted(calculated);

        Answer reversal = month.approver()
                .api()
                .post(
                        "/settlements/" + posted.id() + "/reversal",
                        WRONG_RATE,
                        "If-Match",
                        posted.etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        Answer givenBack = month.posted(reversal);
        assertThat(month.calculate().expect(409).code()).isEqualTo("month-reversed");
        Answer reissued = month.approver()
                .api()
                .post(
                        "/companies/%s/settlements/%s/reissue".formatted(month.company(), MONTH),
                        null,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        var _ = importCost(month, month.clerk(), "R-1").expect(200);
        Answer again = month.calculate().expect(200);
        var _ = month.confirm(month.approver(), again).expect(200);
        Answer billedAgain = month.posted(again);

        assertThat(again.id()).isEqualTo(reissued.id());
        assertThat(givenBack.body().path("reverses").asText())
                .isEqualTo(posted.id().toString());
        assertThat(givenBack.body().path("totalWon")).isEqualTo(posted.body().path("totalWon"));
        assertThat(billedAgain.body().path("issue").asInt()).isEqualTo(2);
        assertThat(billedAgain.body().path("supplyWon").asLong()).isEqualTo(month.supplyWon() + 4_800);
        SapDocuments sap = SapDocuments.of(system);
        assertThat(sap.debitMemos(posted.body().path("number").asText())).hasSize(1);
        assertThat(sap.creditMemos(givenBack.body().path("number").asText())).hasSize(1);
        assertThat(sap.debitMemos(billedAgain.body().path("number").asText())).hasSize(1);
        JsonNode verified = month.approver()
                .get("/companies/" + month.company() + "/settlements-verification")
                .expect(200)
                .body();
        assertThat(verified.path("snapshots").asInt()).isEqualTo(3);
        assertThat(verified.path("intact").asBoolean()).isTrue();
    }

    @Test
    void every_run_of_a_bill_is_explained_down_to_the_seal() {
        DrivenMonth month = DrivenMonth.of(system);
        Answer calculated = month.calculated();
        Answer confirmed = month.confirm(month.approver(), calculated).expect(200);
        var _ = month.posted(calculated);

        assertThat(month.runs()).hasSize(2).allSatisfy(run -> {
            JsonNode explained = system.auditor()
                    .get("/settlements/%s/runs/%s/explanation".formatted(calculated.id(), run))
                    .expect(200)
                    .body();
            assertThat(explained.path("amountWon").asInt()).isEqualTo(DrivenMonth.WON);
            assertThat(explained.path("agrees").asBoolean()).isTrue();
            assertThat(explained.path("contract").asText()).startsWith("VC");
            assertThat(explained.path("seal")).isEqualTo(confirmed.body().path("seal"));
        });
    }

    private Sheets.Got importCost(DrivenMonth month, Person by, String reference) {
        return new Sheets(system)
                .post(
                        by,
                        "/companies/%s/extra-costs/%s/workbook".formatted(month.company(), MONTH),
                        Sheets.MEDIA_TYPE,
                        Sheets.workbook(List.of(new Sheets.Row(
                                MONTH.atDay(2), month.routeName(), "통행료", reference, "4,800", "", "경부고속도로"))));
    }
}
