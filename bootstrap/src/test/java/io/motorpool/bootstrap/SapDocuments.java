package io.motorpool.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.sap.SapPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What SAP holds, asked as SAP's own people would ask. */
final class SapDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SapPart sap;

    private SapDocuments(SapPart sap) {
        this.sap = sap;
    }

    static SapDocuments of(RunningSystem system) {
        return new SapDocuments(system.parts().sap());
    }

    /** All requests for debit memos under one number of ours. */
    JsonNode debitMemos(String number) {
        return memos("API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest", number);
    }

    JsonNode creditMemos(String number) {
        return memos("API_CREDIT_MEMO_REQUEST_SRV/A_CreditMemoRequest", number);
    }

    /** What is so now of the vehicle with this VIN: the records that have no end. */
    JsonNode equipment(String vin) {
        return found(
                "API_EQUIPMENT/Equipment",
                "ManufacturerSerialNumber eq '%s' and ValidityEndDate eq datetime'9999-12-31T00:00:00'".formatted(vin));
    }

    private JsonNode memos(String set, String number) {
        return found(set, "PurchaseOrderByCustomer eq '%s'".formatted(number));
    }

    private JsonNode found(String set, String condition) {
        String filter = URLEncoder.encode(condition, StandardCharsets.UTF_8);
        String credentials = sap.user().name() + ":" + sap.user().password();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sap.url() + "/" + set + "?$filter=" + filter))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("SAP answers %d %s".formatted(answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body()).path("d").path("results");
        } catch (IOException failed) {
            throw new UncheckedIOException("SAP does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while SAP was asked", interrupted);
        }
    }
}
