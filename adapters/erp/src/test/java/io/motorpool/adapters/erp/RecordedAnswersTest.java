package io.motorpool.adapters.erp;

import static io.motorpool.application.settlement.ErpFixtures.aCharge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Posting.Posted;
import io.motorpool.application.settlement.Posting.Reason;
import io.motorpool.application.settlement.Posting.Rejected;
import io.motorpool.application.settlement.Posting.Unclear;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers in the form of a real SAP, which says more, and says it less tidily, than anything that stands in for it. */
class RecordedAnswersTest {

    private static final String NUMBER = "ST-202611-000042";
    private static final long WON = 1_250_000;

    private final Replay replay = new Replay();
    private final ErpConfig config = ErpForTests.config(replay.url(), "MOTORPOOL", "s3cret", Map.of());
    private final SapGateway gateway = ErpForTests.gateway(config);

    @AfterEach
    void end() {
        gateway.close();
        replay.close();
    }

    @Test
    void a_padded_customer_and_decimals_of_nothing_are_the_same_customer_and_amount() {
        Replay _ = replay.read(200, "debit-memo-found.json");

        assertThat(post()).isEqualTo(new Posted("70000812"));
    }

    @Test
    void a_document_that_appears_after_its_creation_is_posted_because_it_was_read() {
        Replay _ = replay.read(200, "nothing-found.json")
                .read(200, "debit-memo-found.json")
                .write(201, "debit-memo-found.json");

        assertThat(post()).isEqualTo(new Posted("70000812"));
    }

    @Test
    void a_document_that_was_created_and_is_not_seen_is_not_posted() {
        Replay _ = replay.read(200, "nothing-found.json").write(201, "debit-memo-found.json");

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().mayBeUnderWay()).isTrue());
    }

    @Test
    void a_document_in_another_currency_is_not_posted() {
        Replay _ = replay.read(200, "debit-memo-in-dollars.json");

        assertThat(post()).isEqualTo(new Rejected(new Reason.CurrencyDiffers("70000812", "USD")));
    }

    @Test
    void a_document_of_another_customer_is_not_posted() {
        Replay _ = replay.read(200, "debit-memo-of-another-customer.json");

        assertThat(post()).isEqualTo(new Rejected(new Reason.CustomerDiffers("70000812", "0017100002")));
    }

    @Test
    void a_lock_is_known_by_its_number_whatever_language_it_is_told_in() {
        Replay _ = replay.read(200, "nothing-found.json").write(400, "locked.json");

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.LOCKED));
    }

    @Test
    void what_is_declined_is_told_in_the_words_of_sap() {
        Replay _ = replay.read(200, "nothing-found.json").write(400, "declined.json");

        assertThat(post())
                .isEqualTo(new Rejected(new Reason.Declined(
                        "VP/211", "Sold-to party 17100001 not maintained for sales area 1710 10 00")));
    }

    @Test
    void a_page_to_log_on_is_no_answer_though_it_says_200() {
        Replay _ = replay.read(200, "logon-page.html");

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.NOT_UNDERSTOOD));
    }

    @Test
    void a_page_with_an_error_is_a_failure_like_any_other() {
        Replay _ = replay.read(500, "logon-page.html");

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.FAILING));
    }

    @Test
    void a_gateway_that_gives_up_on_sap_leaves_it_open() {
        Replay _ = replay.read(200, "nothing-found.json").write(504, "");

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().mayBeUnderWay()).isTrue());
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void somebody_who_is_refused_for_his_token_again_and_again_gives_up() {
        Replay _ = replay.read(200, "nothing-found.json").writeRefusedForItsToken();

        assertThat(post())
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.NO_ACCESS));
        assertThat(writes()).isLessThan(10);
    }

    @Test
    void a_write_carries_the_token_with_every_cookie_that_it_came_with() {
        Replay _ = replay.read(200, "nothing-found.json")
                .read(200, "debit-memo-found.json")
                .write(201, "debit-memo-found.json");

        Posting _ = post();

        assertThat(replay.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.headers()).containsEntry("token", "a-token");
                    assertThat(asked.headers())
                            .containsEntry("cookie", "sap-usercontext=sap-client=100; SAP_SESSIONID_S4H_100=one%3d");
                });
    }

    @Test
    void what_is_sent_is_what_the_sales_people_expect() throws JsonProcessingException {
        Replay _ = replay.read(200, "nothing-found.json")
                .read(200, "debit-memo-found.json")
                .write(201, "debit-memo-found.json");

        Posting _ = post();

        JsonNode body = SapEyes.JSON.readTree(replay.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .body());
        assertThat(body).isEqualTo(SapEyes.JSON.readTree("""
                        {"DebitMemoRequestType":"DR","SalesOrganization":"1710","DistributionChannel":"10","OrganizationDivision":"00",
                        "SoldToParty":"17100001","PurchaseOrderByCustomer":"ST-202611-000042","SDDocumentReason":"001",
                        "BillingDocumentDate":"/Date(1795996800000)/","TransactionCurrency":"KRW",
                        "to_Partner":[{"PartnerFunction":"RE","Customer":"17100001"}],
                        "to_Item":[
                        {"DebitMemoRequestItem":"10","Material":"MP-RUNS","RequestedQuantity":"1",
                        "DebitMemoRequestItemText":"판교–강남 셔틀 42회","ProfitCenter":"MOBILITY",
                        "to_PricingElement":[{"ConditionType":"PPR0","ConditionRateValue":"1247000","ConditionCurrency":"KRW"}]},
                        {"DebitMemoRequestItem":"20","Material":"MP-EXTRA","RequestedQuantity":"1",
                        "DebitMemoRequestItemText":"통행료","ProfitCenter":"MOBILITY",
                        "to_PricingElement":[{"ConditionType":"PPR0","ConditionRateValue":"5000","ConditionCurrency":"KRW"}]},
                        {"DebitMemoRequestItem":"30","Material":"MP-ADJUST","RequestedQuantity":"1",
                        "DebitMemoRequestItemText":"지연 감액","ProfitCenter":"MOBILITY",
                        "to_PricingElement":[{"ConditionType":"PPR0","ConditionRateValue":"-2000","ConditionCurrency":"KRW"}]}]}"""));
    }

    private long writes() {
        return replay.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .count();
    }

    private Posting post() {
        return new SapErpLedger(gateway, config, ErpForTests.clock())
                .post(aCharge(NUMBER, WON), null)
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
