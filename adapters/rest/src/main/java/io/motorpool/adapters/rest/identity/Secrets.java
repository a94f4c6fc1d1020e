package io.motorpool.adapters.rest.identity;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that no cache on the way may keep: they hold tokens, or say whether there is somebody. */
final class Secrets {

    private Secrets() {}

    static Uni<Response> unstored(Uni<Response> answer) {
        return answer.map(Secrets::unstored);
    }

    static Response unstored(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
