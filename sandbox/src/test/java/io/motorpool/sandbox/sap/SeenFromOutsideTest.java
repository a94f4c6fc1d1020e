package io.motorpool.sandbox.sap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.drill.bill.Bill;
import io.motorpool.sandbox.drill.bill.BilledInSap;
import io.motorpool.sandbox.shuttle.SapBooks;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stories and drills look at to say that SAP holds everything once: it must be able to say the opposite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenFromOutsideTest {

    private static final String MEMOS = "/API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest";

    private final SapPart sap = SapPart.temporary();
    private final SapCaller caller = new SapCaller(sap);
    private final SapBooks books = new SapBooks(sap.url(), sap.user());

    @AfterAll
    void close() {
        sap.close();
    }

    @Test
    void a_bill_that_has_one_document_with_its_amount_is_in_order() {
        book("ST202610-000001");

        assertThat(BilledInSap.compare(List.of(bill("ST202610-000001", 98_000)), books)
                        .lines())
                .isEmpty();
        assertThat(books.debitMemos("ST202610-000001"))
                .singleElement()
                .extracting((JsonNode memo) -> memo.at("/to_Item/results").size())
                .isEqualTo(2);
    }

    @Test
    void a_bill_without_a_document_with_two_or_with_another_amount_is_found() {
        book("ST202610-000002");
        book("ST202610-000002");
        book("ST202610-000003");

        assertThat(BilledInSap.compare(
                                List.of(
                                        bill("ST202610-000002", 98_000),
                                        bill("ST202610-000003", 98_001),
                                        bill("ST202610-000004", 98_000)),
                                books)
                        .lines())
                .containsExactly(
                        "SAP holds exactly one document for each bill: ST202610-000002 has 2",
                        "SAP holds exactly one document for each bill: ST202610-000004 has 0",
                        "SAP bills what was confirmed: ST202610-000003: 98000 instead of 98001");
    }

    @Test
    void a_vehicles_equipment_is_found_under_its_id_to_the_base_of_36() {
        UUID vehicle = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        String body = """
                {"EquipmentName":"Solati","EquipmentCategory":"F","CompanyCode":"1710","InventoryNumber":"VC202610-000001",
                "TechnicalObjectSortCode":"F5LXX1ZZ5PNORYNQGLHZMSP33"}""";
        assertThat(caller.post("/API_EQUIPMENT/Equipment", body).status()).isEqualTo(201);

        assertThat(books.equipment(vehicle))
                .singleElement()
                .extracting((JsonNode record) -> record.path("InventoryNumber").asText())
                .isEqualTo("VC202610-000001");
        assertThat(books.equipment(new UUID(0, 1))).isEmpty();
        assertThat(SapBooks.place(new UUID(0, 36))).isEqualTo("MP-" + "0".repeat(23) + "10");
    }

    private static Bill bill(String number, long won) {
        return new Bill(new UUID(0, 1), new UUID(0, 2), number, won, "\"1\"", "key");
    }

    private void book(String number) {
        assertThat(caller.post(MEMOS, SapStrictnessTest.memo(number)).status()).isEqualTo(201);
    }
}
