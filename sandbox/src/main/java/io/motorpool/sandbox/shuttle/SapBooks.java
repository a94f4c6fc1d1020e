package io.motorpool.sandbox.shuttle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.sap.SapUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What SAP holds, asked over HTTP as SAP's own people would ask, and not by way of Motorpool. */
public final class SapBooks {

    /** Of the present record; earlier ones stay under the day on which they ended. */
    private static final String PRESENT = "ValidityEndDate eq datetime'9999-12-31T00:00:00'";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFERENCE = 25;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI services;
    private final String authorization;

    /** @param services under which they lie */
    public SapBooks(URI services, SapUser user) {
        this.services = services;
        String pair = user.name() + ":" + user.password();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** All requests for debit memos under one settlement number; there should be one. */
    public List<JsonNode> debitMemos(String number) {
        return memos("API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest", number);
    }

    /** The same for credit memos. */
    public List<JsonNode> creditMemos(String number) {
        return memos("API_CREDIT_MEMO_REQUEST_SRV/A_CreditMemoRequest", number);
    }

    /** Present records of a vehicle's equipment; there should be one, or none when it never served. */
    public List<JsonNode> equipment(UUID vehicle) {
        return read(
                "API_EQUIPMENT/Equipment",
                "TechnicalObjectSortCode eq '%s' and %s".formatted(reference(vehicle), PRESENT),
                "");
    }

    private List<JsonNode> memos(String set, String number) {
        return read(set, "PurchaseOrderByCustomer eq '%s'".formatted(number), "&$expand=to_Item");
    }

    private List<JsonNode> read(String set, String filter, String more) {
        String query =
                "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20") + more;
        HttpRequest request = HttpRequest.newBuilder(URI.create(services + "/" + set + query))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .build();
        try {
            HttpResponse<String> answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("SAP answers %d %s".formatted(answer.statusCode(), answer.body()));
            }
            JsonNode results = JSON.readTree(answer.body()).path("d").path("results");
            return StreamSupport.stream(results.spliterator(), false).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("SAP does not answer " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while SAP was asked", interrupted);
        }
    }

    /** Our ids as SAP's look-up key has them: to the base of 36, in 25 characters. */
    public static String reference(UUID id) {
        String digits = new BigInteger(id.toString().replace("-", ""), 16)
                .toString(Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(REFERENCE - digits.length()) + digits;
    }

    /** The label under which SAP knows a slot's place. */
    public static String place(UUID slot) {
        return "MP-" + reference(slot);
    }
}
