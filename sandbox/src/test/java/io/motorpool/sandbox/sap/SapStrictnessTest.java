package io.motorpool.sandbox.sap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.sap.SapCaller.Answer;
import io.motorpool.sandbox.sap.SapCaller.Pair;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in refuses what SAP refuses: whoever passes here has not passed by chance. */
class SapStrictnessTest {

    private static final String MEMOS = "/API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest";
    private static final String EQUIPMENT = "/API_EQUIPMENT/Equipment";
    private static final String PRESENT = "ValidityEndDate=datetime'9999-12-31T00:00:00'";

    private static SapPart sap = SapPart.temporaryNotStarted();

    private final SapCaller caller = new SapCaller(sap);

    @BeforeAll
    static void start() {
        sap.start();
    }

    @AfterAll
    static void stop() {
        sap.close();
    }

    @Test
    void nobody_comes_in_without_the_right_credentials() {
        Answer answer = caller.send("GET", MEMOS, "", Map.of("Authorization", "Basic bm86Ym9keQ=="));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void a_token_is_good_with_the_cookie_it_came_with_and_with_no_other() {
        Pair one = caller.fetch();
        Pair other = caller.fetch();

        assertThat(caller.post(MEMOS, memo("P-1"), new Pair(one.token(), other.cookie())))
                .satisfies(SapStrictnessTest::tokenRefused);
        assertThat(caller.send("POST", MEMOS, memo("P-1"), Map.of("X-CSRF-Token", one.token())))
                .satisfies(SapStrictnessTest::tokenRefused);
        assertThat(caller.send("POST", MEMOS, memo("P-1"), Map.of("Cookie", one.cookie())))
                .satisfies(SapStrictnessTest::tokenRefused);
        assertThat(caller.post(MEMOS, memo("P-1"), one).status()).isEqualTo(201);
        assertThat(caller.post(MEMOS, memo("P-1"), one).status()).isEqualTo(201);
    }

    private static void tokenRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("CSRF token validation failed");
        assertThat(answer.header("X-CSRF-Token")).isEqualTo("Required");
    }

    @Test
    void a_session_that_fetches_again_keeps_its_token() {
        Pair pair = caller.fetch();

        Answer again =
                caller.send("GET", "/API_EQUIPMENT/", "", Map.of("X-CSRF-Token", "fetch", "Cookie", pair.cookie()));

        assertThat(again.header("X-CSRF-Token")).isEqualTo(pair.token());
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void the_same_request_twice_makes_two_documents() {
        String reference = "TWICE-1";
        var _ = caller.post(MEMOS, memo(reference));
        var _ = caller.post(MEMOS, memo(reference));

        Answer found = caller.get(MEMOS + filter("PurchaseOrderByCustomer eq '" + reference + "'"));

        assertThat(found.json().at("/d/results")).hasSize(2);
    }

    @Test
    void a_document_is_answered_in_the_form_of_odata_v2() {
        Answer created = caller.post(MEMOS, memo("FORM-1"));

        JsonNode document = created.json().path("d");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .endsWith("A_DebitMemoRequest('%s')"
                        .formatted(document.path("DebitMemoRequest").asText()));
        assertThat(document.at("/__metadata/etag").asText()).startsWith("W/\"");
        assertThat(document.path("TotalNetAmount").isTextual()).isTrue();
        assertThat(document.path("TotalNetAmount").asText()).isEqualTo("98000");
        assertThat(document.path("BillingDocumentDate").asText()).isEqualTo("/Date(1795996800000)/");
        assertThat(document.at("/to_Item/results/0/NetAmount").asText()).isEqualTo("100000");
    }

    @Test
    void what_is_not_followed_is_deferred_and_what_is_not_selected_is_left_out() {
        var _ = caller.post(MEMOS, memo("VIEW-1"));
        String filter = filter("PurchaseOrderByCustomer eq 'VIEW-1'");

        JsonNode plain = caller.get(MEMOS + filter).json().at("/d/results/0");
        JsonNode deep = caller.get(MEMOS + filter + "&$expand=to_Item/to_PricingElement,to_Partner")
                .json()
                .at("/d/results/0");
        JsonNode narrow =
                caller.get(MEMOS + filter + "&$select=TotalNetAmount").json().at("/d/results/0");

        assertThat(plain.at("/to_Item/__deferred/uri").asText()).endsWith("/to_Item");
        assertThat(deep.at("/to_Item/results/1/to_PricingElement/results/0/ConditionRateValue")
                        .asText())
                .isEqualTo("-2000");
        assertThat(deep.at("/to_Partner/results/0/Customer").asText()).isEqualTo("17100001");
        assertThat(narrow.properties().stream().map(Map.Entry::getKey)).containsExactly("__metadata", "TotalNetAmount");
    }

    @Test
    void pages_are_cut_and_counted() {
        for (int i = 0; i < 3; i++) {
            var _ = caller.post(MEMOS, memo("PAGE-1"));
        }

        JsonNode page = caller.get(
                        MEMOS + filter("PurchaseOrderByCustomer eq 'PAGE-1'") + "&$skip=1&$top=1&$inlinecount=allpages")
                .json();

        assertThat(page.at("/d/__count").asText()).isEqualTo("3");
        assertThat(page.at("/d/results")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startswith(PurchaseOrderByCustomer,'FIL-') and TotalNetAmount gt 1000M | 1",
                "(PurchaseOrderByCustomer eq 'FIL-1' or PurchaseOrderByCustomer eq 'none') and SoldToParty eq '17100001' | 1",
                "PurchaseOrderByCustomer eq 'FIL-1' and BillingDocumentDate ge datetime'2026-11-30T00:00:00' | 1",
                "PurchaseOrderByCustomer eq 'FIL-1' and not startswith(SoldToParty,'17') | 0",
                "PurchaseOrderByCustomer eq 'FIL''1' | 0"
            })
    void filters_mean_what_they_say(String filter, int found) {
        if (caller.get(MEMOS + filter("PurchaseOrderByCustomer eq 'FIL-1'"))
                .json()
                .at("/d/results")
                .isEmpty()) {
            var _ = caller.post(MEMOS, memo("FIL-1"));
        }

        assertThat(caller.get(MEMOS + filter(filter)).json().at("/d/results")).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nonsense eq 'x'",
                "PurchaseOrderByCustomer eq x",
                "PurchaseOrderByCustomer 'x'",
                "TotalNetAmount eq '1'",
                "PurchaseOrderByCustomer eq 'x' and",
                "PurchaseOrderByCustomer eq 'x') ",
                "BillingDocumentDate eq '2026-11-30'"
            })
    void filters_that_make_no_sense_are_refused(String filter) {
        Answer answer = caller.get(MEMOS + filter(filter));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message/lang").asText()).isEqualTo("en");
        assertThat(answer.json().at("/error/message/value").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"PurchaseOrderByCustomer\":\"P-9\" | \"Surprise\":\"P-9\"",
                "\"PurchaseOrderByCustomer\":\"P-9\" | \"PurchaseOrderByCustomer\":\"123456789012345678901234567890123456\"",
                "\"PurchaseOrderByCustomer\":\"P-9\" | \"PurchaseOrderByCustomer\":9",
                "\"100000\" | 100000",
                "\"100000\" | \"100000.5\"",
                "\"100000\" | \"1e5\"",
                "/Date(1795996800000)/ | 2026-11-30",
                "\"TransactionCurrency\":\"KRW\" | \"TransactionCurrency\":\"WON\"",
                "\"MP-RUNS\" | \"MP-NONE\"",
                "\"ConditionCurrency\":\"KRW\" | \"ConditionCurrency\":\"USD\"",
                "\"PPR0\" | \"ZZZZ\"",
                "\"DR\" | \"OR\"",
                "\"SDDocumentReason\":\"001\" | \"TotalNetAmount\":\"5\"",
                "\"DebitMemoRequestItemText\":\"셔틀\" | \"DebitMemoRequestItemText\":\"가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차가\""
            })
    void a_document_with_something_wrong_in_it_is_refused_whole(String right, String wrong) {
        String body = memo("P-9");
        assertThat(body).contains(right);

        Answer answer = caller.post(MEMOS, body.replace(right, wrong));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isNotBlank();
        assertThat(caller.get(MEMOS + filter("PurchaseOrderByCustomer eq 'P-9'"))
                        .json()
                        .at("/d/results"))
                .isEmpty();
    }

    @Test
    void a_change_needs_the_version_it_was_made_from() {
        Answer created = caller.post(EQUIPMENT, equipment("VEHICLE1"));
        String path = EQUIPMENT + "(Equipment='%s',%s)".formatted(number(created), PRESENT);
        String etag = caller.get(path).header("ETag");

        assertThat(caller.patch(path, "{\"InventoryNumber\":\"VC1\"}", "").status())
                .isEqualTo(428);
        assertThat(caller.patch(path, "{\"InventoryNumber\":\"VC1\"}", "W/\"'0'\"")
                        .status())
                .isEqualTo(412);
        assertThat(caller.patch(path, "{\"InventoryNumber\":\"VC1\"}", etag).status())
                .isEqualTo(204);
        assertThat(caller.patch(path, "{\"InventoryNumber\":\"VC2\"}", etag).status())
                .isEqualTo(412);
        assertThat(caller.get(path).json().at("/d/InventoryNumber").asText()).isEqualTo("VC1");
    }

    @Test
    void equipment_has_two_keys_and_is_never_deleted() {
        Answer created = caller.post(EQUIPMENT, equipment("VEHICLE2"));

        assertThat(caller.get(EQUIPMENT + "('" + number(created) + "')").status())
                .isEqualTo(400);
        String path = EQUIPMENT + "(Equipment='%s',%s)".formatted(number(created), PRESENT);
        assertThat(caller.get(path).status()).isEqualTo(200);
        assertThat(caller.send("DELETE", path, "", SapCaller.headers(caller.fetch()))
                        .status())
                .isEqualTo(405);
        assertThat(caller.get(path).status()).isEqualTo(200);
    }

    @Test
    void equipment_is_installed_once_and_dismantled_from_where_it_is() {
        String number = number(caller.post(EQUIPMENT, equipment("VEHICLE3")));

        assertThat(move("InstallEquipment", number, "NOWHERE", "08").code()).isEqualTo("IL/006");
        assertThat(move("DismantleEquipment", number, "MP-A", "08").code()).isEqualTo("IE/043");
        assertThat(move("InstallEquipment", number, "MP-A", "09").status()).isEqualTo(200);
        assertThat(move("InstallEquipment", number, "MP-B", "10").code()).isEqualTo("IE/042");
        assertThat(move("DismantleEquipment", number, "MP-B", "10").code()).isEqualTo("IE/043");
        assertThat(move("DismantleEquipment", number, "MP-A", "08").code()).isEqualTo("IE/051");
        assertThat(move("DismantleEquipment", number, "MP-A", "10").status()).isEqualTo(200);
        assertThat(move("InstallEquipment", number, "MP-B", "10")
                        .json()
                        .at("/d/FunctionalLocation")
                        .asText())
                .isEqualTo("MP-B");
    }

    @Test
    void whoever_forgets_the_date_finds_the_past_of_the_equipment_too() {
        String number = number(caller.post(EQUIPMENT, equipment("VEHICLE4")));
        var _ = move("InstallEquipment", number, "MP-A", "09");
        String vehicle = "TechnicalObjectSortCode eq 'VEHICLE4'";

        assertThat(caller.get(EQUIPMENT + filter(vehicle)).json().at("/d/results"))
                .hasSizeGreaterThan(1);
        assertThat(caller.get(EQUIPMENT + filter(vehicle + " and ValidityEndDate eq datetime'9999-12-31T00:00:00'"))
                        .json()
                        .at("/d/results"))
                .hasSize(1);
    }

    @Test
    void what_is_written_small_is_found_in_capitals() {
        var _ = caller.post(EQUIPMENT, equipment("vehicle5"));

        assertThat(caller.get(EQUIPMENT + filter("TechnicalObjectSortCode eq 'VEHICLE5'"))
                        .json()
                        .at("/d/results"))
                .hasSize(1);
    }

    @Test
    void only_json_goes_in_and_comes_out() {
        Pair pair = caller.fetch();
        Map<String, String> headers = SapCaller.headers(pair);
        headers.put("Content-Type", "application/atom+xml");

        assertThat(caller.send("POST", MEMOS, "<entry/>", headers).status()).isEqualTo(415);
        assertThat(caller.send("GET", MEMOS, "", Map.of("Accept", "application/atom+xml"))
                        .status())
                .isEqualTo(406);
        assertThat(caller.post(MEMOS, "{\"a\":").status()).isEqualTo(400);
        assertThat(caller.post(MEMOS, "{\"SoldToParty\":\"1\",\"SoldToParty\":\"2\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(caller.get("/API_EQUIPMENT/Nothing").status()).isEqualTo(404);
        assertThat(caller.get(MEMOS + "('99999999')").status()).isEqualTo(404);
        assertThat(caller.get("/API_NOTHING/").status()).isEqualTo(403);
        assertThat(caller.get(MEMOS + "?$orderby=SoldToParty").status()).isEqualTo(400);
    }

    private Answer move(String action, String number, String location, String hour) {
        String address =
                "/API_EQUIPMENT/%s?Equipment='%s'&%s&FunctionalLocation='%s'&EquipmentInstallationDate=%s&EquipmentInstallationTime=%s"
                        .formatted(
                                action,
                                number,
                                PRESENT,
                                location,
                                SapCaller.encoded("datetime'2026-12-01T00:00:00'"),
                                SapCaller.encoded("time'PT%sH00M00S'".formatted(hour)));
        return caller.post(address, "");
    }

    private static String number(Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().at("/d/Equipment").asText();
    }

    private static String filter(String expression) {
        return "?$filter=" + SapCaller.encoded(expression);
    }

    static String memo(String reference) {
        return """
                {"DebitMemoRequestType":"DR","SalesOrganization":"1710","DistributionChannel":"10","OrganizationDivision":"00",
                "SoldToParty":"17100001","PurchaseOrderByCustomer":"%s","SDDocumentReason":"001",
                "BillingDocumentDate":"/Date(1795996800000)/","TransactionCurrency":"KRW",
                "to_Partner":[{"PartnerFunction":"RE","Customer":"17100001"}],
                "to_Item":[
                {"Material":"MP-RUNS","RequestedQuantity":"1","DebitMemoRequestItemText":"셔틀","ProfitCenter":"MOBILITY",
                "to_PricingElement":[{"ConditionType":"PPR0","ConditionRateValue":"100000","ConditionCurrency":"KRW"}]},
                {"Material":"MP-ADJUST","RequestedQuantity":"1",
                "to_PricingElement":[{"ConditionType":"PPR0","ConditionRateValue":"-2000","ConditionCurrency":"KRW"}]}]}""".formatted(reference);
    }

    private static String equipment(String reference) {
        return """
                {"EquipmentName":"카운티 70바1234","EquipmentCategory":"F","CompanyCode":"1710","TechnicalObjectSortCode":"%s",
                "InventoryNumber":"VC202612-000001","ManufacturerSerialNumber":"KMHKR81AAAA000001","ConstructionYear":"2025"}""".formatted(reference);
    }
}
