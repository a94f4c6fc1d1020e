package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.shuttle.CostSheet;
import io.motorpool.sandbox.shuttle.CostSheet.Row;
import io.motorpool.sandbox.shuttle.OpenedWorkbook;
import io.motorpool.sandbox.token.DemoUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The second half of the story: from what was driven to what SAP bills, and how it is corrected. */
final class ShuttleBill {

    private static final int LUNCH_PRICE = 30_000;
    private static final String ACCOUNT = "17100001";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stage stage;
    private final ShuttleMonth driven;
    private final String ofCompany;
    private List<Row> costs = List.of();
    private UUID settlement = new UUID(0, 0);

    ShuttleBill(Stage stage, ShuttleMonth driven) {
        this.stage = stage;
        this.driven = driven;
        this.ofCompany = "/companies/" + driven.company();
    }

    private Api clerk() {
        return stage.as(DemoUser.CLERK);
    }

    private Api approver() {
        return stage.as(DemoUser.APPROVER);
    }

    void takeExtraCosts() {
        stage.tell(
                "Tolls, waiting and an extra stop come as a workbook, typed into the template by the company's secretary.");
        byte[] template = clerk().getFile("/extra-costs-template");
        stage.show("its columns: " + columns(template));
        stage.tell(
                "The first workbook is wrong in three cells: an amount in words, a day that is none, a receipt without its"
                        + " number. Nothing is taken, and each cell is named.");
        Row unclear = row(8, ShuttleMonth.COMMUTE, "대기료", "R-1002", "20,000", "회의 연장");
        upload(
                        clerk(),
                        List.of(
                                row(3, ShuttleMonth.COMMUTE, "통행료", "R-1001", "만이천삼백", "경부고속도로"),
                                unclear.on("둘째 목요일"),
                                row(10, ShuttleMonth.COMMUTE, "추가 경유", "", "15,000", "정자역")))
                .mustBe(422);
        costs = List.of(
                row(3, ShuttleMonth.COMMUTE, "통행료", "R-1001", "₩12,300", "경부고속도로"),
                row(8, ShuttleMonth.COMMUTE, "대기료", "R-1002", "20,000", "회의 연장"),
                row(10, ShuttleMonth.COMMUTE, "추가 경유", "R-1003", "１５，０００", "정자역"));
        stage.tell(
                "The corrected one is taken: a sign of the currency, separators and full-width digits are understood.");
        upload(clerk(), costs).mustBe(200);
        stage.tell("Sent once more by mistake, it changes nothing.");
        upload(clerk(), costs).mustBe(200);
    }

    private static String columns(byte[] template) {
        return OpenedWorkbook.of(template).sheets().values().stream()
                .flatMap(rows -> rows.stream().skip(1).limit(1))
                .findFirst()
                .map(headings -> String.join(" · ", headings))
                .orElse("");
    }

    private Row row(int day, String route, String kind, String reference, String won, String text) {
        return new Row(driven.day(day).toString(), route, kind, reference, won, "", text);
    }

    private Answer upload(Api by, List<Row> rows) {
        return by.postFile(
                ofCompany + "/extra-costs/" + driven.month() + "/workbook",
                CostSheet.MEDIA_TYPE,
                CostSheet.of(rows),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    void clearTheWay() {
        stage.tell("What is in the way of settling the month, and what to do about each?");
        approver().get(ofSettlements("/blockers")).mustBe(200);
        stage.tell("The two runs were driven; they are reported.");
        driven.reportTheRest();
        stage.tell("The circle costs %s a run from the first day on. Somebody wrote that down at last."
                .formatted(Won.of(LUNCH_PRICE)));
        driven.agreeOnLunch(LUNCH_PRICE);
        stage.tell("And on that account SAP is to bill.");
        clerk().put(ofCompany + "/erp-account", Map.of("number", ACCOUNT)).mustBe(200);
        stage.tell("What is left the press does by itself:");
        approver().get(ofSettlements("/blockers")).mustBe(200);
    }

    private String ofSettlements(String rest) {
        return ofCompany + "/settlements/" + driven.month() + rest;
    }

    void pressAsMaker() {
        stage.tell(
                "The approver finds a parking ticket on his desk, adds it himself, and presses. Whoever edited last does"
                        + " not confirm (P16): the job says so.");
        costs = Stream.concat(
                        costs.stream(), Stream.of(row(15, ShuttleMonth.COMMUTE, "주차비", "R-1004", "4500", "강남역 공영주차장")))
                .toList();
        upload(approver(), costs).mustBe(200);
        JsonNode refused = pressed();
        mustBe("maker-is-not-checker".equals(refused.path("code").asText()), "the maker is refused");
        stage.tell("The clerk looks at the ticket, corrects what it was for, and answers for it.");
        costs = Stream.concat(
                        costs.subList(0, 3).stream(), Stream.of(costs.get(3).saying("강남역 공영주차장 (3시간)")))
                .toList();
        upload(clerk(), costs).mustBe(200);
    }

    void press() {
        stage.tell("One press: prices are captured, the month is calculated, checked and confirmed, and SAP is told.");
        settlement = confirmed(pressed());
    }

    private static UUID confirmed(JsonNode item) {
        mustBe(item.path("state").asText().equals("CONFIRMED"), "the month is confirmed");
        return UUID.fromString(item.path("settlement").asText());
    }

    /** Presses, watches the job to its end, and tells what became of the company. */
    private JsonNode pressed() {
        UUID job = approver()
                .post(
                        "/settlement-jobs",
                        Map.of(
                                "month", driven.month().toString(),
                                "companies", List.of(driven.company().toString())),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        approver()
                .get("/settlement-jobs/" + job + "/events", "Accept", "text/event-stream")
                .mustBe(200);
        return approver().get("/settlement-jobs/" + job).expect(200).body().at("/companies/0");
    }

    void awaitPosted() {
        stage.tell("It is posted when SAP's document has been read back, and is ours to the won.");
        Answer posted = posted(settlement);
        long supply = posted.body().path("supplyWon").asLong();
        stage.show("supply %s, VAT %s (a tenth, once), together %s"
                .formatted(
                        Won.of(supply),
                        Won.of(posted.body().path("vatWon").asLong()),
                        Won.of(posted.body().path("totalWon").asLong())));
        String number = posted.body().path("number").asText();
        stage.backstage().ifPresent(backstage -> {
            stage.tell("In SAP, asked past Motorpool, under %s:".formatted(number));
            show("debit memo request", backstage.sap().debitMemos(number), supply);
        });
    }

    private Answer posted(UUID which) {
        Api quietly = stage.offstage(DemoUser.APPROVER);
        String path = "/settlements/" + which;
        boolean _ = Processes.await(
                () -> quietly.get(path)
                        .expect(200)
                        .body()
                        .path("status")
                        .asText()
                        .equals("POSTED"),
                PATIENCE);
        Answer seen = approver().get(path).expect(200);
        mustBe(seen.body().path("status").asText().equals("POSTED"), "SAP bills it within a minute");
        return seen;
    }

    private void show(String what, List<JsonNode> documents, long won) {
        mustBe(documents.size() == 1, "SAP holds exactly one document");
        JsonNode document = documents.getFirst();
        BigDecimal amount = new BigDecimal(document.path("TotalNetAmount").asText());
        mustBe(amount.compareTo(BigDecimal.valueOf(won)) == 0, "SAP's amount is ours");
        JsonNode items = document.at("/to_Item/results");
        stage.show("1 %s, %s %s, sold to %s, %d items"
                .formatted(
                        what,
                        amount.toPlainString(),
                        document.path("TransactionCurrency").asText(),
                        document.path("SoldToParty").asText(),
                        items.size()));
        for (String end : List.of("first", "last")) {
            JsonNode item = items.path(end.equals("first") ? 0 : items.size() - 1);
            stage.show("  its %s item: %s %s"
                    .formatted(end, textOf(item), item.path("NetAmount").asText()));
        }
    }

    private static String textOf(JsonNode item) {
        return item.path("DebitMemoRequestItemText")
                .asText(item.path("CreditMemoRequestItemText").asText(""));
    }

    void read() {
        new ShuttleStatement(stage, settlement).read();
    }

    void explain() {
        new ShuttleStatement(stage, settlement).explain(driven.spare());
    }

    void verify() {
        stage.tell("An auditor has the chain of seals and, from the facts, the whole bill computed again.");
        JsonNode verified = stage.as(DemoUser.AUDITOR)
                .get(ofCompany + "/settlements-verification")
                .expect(200)
                .body();
        mustBe(verified.path("intact").asBoolean(), "nothing was changed since");
    }

    void correct() {
        stage.tell("The company never waited on the 8th. Nothing of a confirmed month can be changed:");
        JsonNode waiting = waiting();
        Api clerk = clerk();
        String path = ofCompany + "/extra-costs/" + driven.month() + "/lines/"
                + waiting.path("id").asText();
        clerk.send("DELETE", path, null).mustBe(409);
        stage.tell("So it is reversed by a document of its own, which SAP gets as a credit memo request.");
        Answer seen = stage.offstage(DemoUser.APPROVER)
                .get("/settlements/" + settlement)
                .expect(200);
        Answer reversal = approver()
                .post(
                        "/settlements/" + settlement + "/reversal",
                        Map.of("reason", Map.of("code", "DATA_CORRECTION", "note", "대기료 착오 청구")),
                        "If-Match",
                        seen.etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        JsonNode credited = posted(reversal.id()).body();
        stage.backstage()
                .ifPresent(backstage -> show(
                        "credit memo request",
                        backstage.sap().creditMemos(credited.path("number").asText()),
                        seen.body().path("supplyWon").asLong()));
        stage.tell(
                "The month is open again. It is issued anew, the clerk takes the waiting out, and the approver presses.");
        approver()
                .post(
                        ofSettlements("/reissue"),
                        null,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .mustBe(201);
        clerk.send("DELETE", path, null).mustBe(204);
        UUID again = confirmed(pressed());
        JsonNode posted = posted(again).body();
        long before = seen.body().path("supplyWon").asLong();
        long after = posted.path("supplyWon").asLong();
        mustBe(before - after == waiting.path("amountWon").asLong(), "the two bills differ by what was taken out");
        stage.backstage()
                .ifPresent(backstage -> show(
                        "debit memo request",
                        backstage.sap().debitMemos(posted.path("number").asText()),
                        after));
        stage.show("billed %s, credited %s, billed %s: the company owes %s and a tenth of it"
                .formatted(Won.of(before), Won.of(before), Won.of(after), Won.of(after)));
        stage.tell("Three documents, one chain:");
        verify();
    }

    private JsonNode waiting() {
        JsonNode all = stage.offstage(DemoUser.CLERK)
                .get(ofCompany + "/extra-costs/" + driven.month() + "?limit=100")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(cost -> cost.path("kind").asText().equals("WAITING"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody waited"));
    }

    private static void mustBe(boolean so, String what) {
        if (!so) {
            throw new IllegalStateException("this should be so: " + what);
        }
    }
}
