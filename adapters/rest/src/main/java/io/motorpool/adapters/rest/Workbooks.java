package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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

    static boolean isWorkbook(@Nullable String contentType) {
        return contentType != null
                && contentType
                        .split(";", -1)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(MEDIA_TYPE);
    }

    /**
     * The body of the request, if it is said to be a workbook and is no larger than that. It is counted while it arrives,
     * because its length may not have been announced.
     */
    public static Uni<byte[]> read(HttpServerRequest request, int mostBytes) {
        if (!isWorkbook(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw InvalidRequest.inHttp(415);
        }
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
