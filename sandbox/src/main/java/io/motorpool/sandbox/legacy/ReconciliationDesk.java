package io.motorpool.sandbox.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Api;
import java.util.Map;
import java.util.TreeMap;

/** Somebody of the division who has the comparison done, over the API. */
public final class ReconciliationDesk {

    private static final Map<String, Long> EVERYTHING = Map.of("log", Long.MAX_VALUE, "order", 0L);

    private final Api api;

    public ReconciliationDesk(Api api) {
        this.api = api;
    }

    /** Whatever waits, however short ago it changed. */
    public long compareAll() {
        return compareUpTo(EVERYTHING);
    }

    /** @return how many reservations were compared */
    public long compareUpTo(Map<String, Long> watermark) {
        long compared = 0;
        while (true) {
            JsonNode round = api.post("/reconciliation/comparisons", watermark)
                    .expect(200)
                    .body();
            compared += round.path("reservations").asLong();
            if (!round.path("more").asBoolean()) {
                return compared;
            }
        }
    }

    public Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        api.get("/reconciliation/report?days=365")
                .expect(200)
                .body()
                .path("totals")
                .forEach(total -> totals.put(
                        total.path("kind").asText(), total.path("reservations").asLong()));
        return totals;
    }
}
