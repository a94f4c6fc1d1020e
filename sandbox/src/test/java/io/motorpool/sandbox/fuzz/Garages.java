package io.motorpool.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A small API that the tests know by heart. */
public final class Garages {

    public static final Contract CONTRACT = new Contract(document());

    private Garages() {}

    public static JsonNode document() {
        try (InputStream text = Garages.class.getResourceAsStream("/fuzz/garages.json")) {
            return new ObjectMapper().readTree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Operation operation(String id) {
        return CONTRACT.operation(id).orElseThrow();
    }
}
