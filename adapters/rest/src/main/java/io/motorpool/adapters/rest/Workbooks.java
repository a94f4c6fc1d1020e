package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicBoolean;

/** Workbooks as they come and go over HTTP. */
public final class Workbooks {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);

    private Workbooks() {}

    /** @param name of the file, without its end; of ASCII, because headers are */
    public static Response file(String name, byte[] workbook) {
        return Response.ok(workbook, MEDIA)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.xlsx\"".formatted(name))
                .build();
    }

    /**
     * The body of the request, if it is no larger than that. It is counted while it arrives, because a length that was
     * announced may be none, or a lie.
     */
    public static Uni<byte[]> read(HttpServerRequest request, int mostBytes) {
        return Uni.createFrom().emitter(emitter -> {
            Buffer read = Buffer.buffer();
            AtomicBoolean refused = new AtomicBoolean();
            request.handler(chunk -> {
                if (read.length() + chunk.length() <= mostBytes) {
                    var _ = read.appendBuffer(chunk);
                } else if (refused.compareAndSet(false, true)) {
                    emitter.fail(InvalidRequest.inHttp(413));
                }
            });
            request.exceptionHandler(_ -> emitter.fail(InvalidRequest.inHttp(400)));
            request.endHandler(_ -> {
                if (!refused.get()) {
                    emitter.complete(read.getBytes());
                }
            });
            request.resume();
        });
    }
}
