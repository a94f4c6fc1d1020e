package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.sandbox.sap.SapPart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Somebody who sits in front of SAP: sees what is there, and can do things by hand. Shares nothing with the adapter. */
final class SapEyes {

    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SapPart sap;

    SapEyes(SapPart sap) {
        this.sap = sap;
    }

    JsonNode see(String address) {
        return json(send("GET", address, "", Map.of("Accept", "application/json")))
                .at("/d/results");
    }

    JsonNode create(String address, JsonNode body) {
        HttpResponse<String> fetched =
                send("GET", "/API_EQUIPMENT/", "", Map.of("X-CSRF-Token", "Fetch", "Accept", "application/json"));
        HttpResponse<String> created = send(
                "POST",
                address,
                body.toString(),
                Map.of(
                        "X-CSRF-Token",
                        fetched.headers().firstValue("X-CSRF-Token").orElseThrow(),
                        "Cookie",
                        fetched.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0],
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/json"));
        if (created.statusCode() != 201) {
            throw new AssertionError(created.body());
        }
        return json(created).path("d");
    }

    private HttpResponse<String> send(String method, String address, String body, Map<String, String> headers) {
        String pair = sap.user().name() + ":" + sap.user().password();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sap.url() + address))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new AssertionError(response.body(), failed);
        }
    }
}
