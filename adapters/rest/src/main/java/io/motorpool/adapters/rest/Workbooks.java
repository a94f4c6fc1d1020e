package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Workbooks as they come and go over HTTP. */
public final class Workbooks {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);

    private Workbooks() {}

    /** @param name of the file, without its end; of ASCII, because headers are */
    public static Response file(String name, byte[] workbook) {
        return answer(name, workbook);
    }

    /** One that is too large to be held whole for everybody who fetches it. */
    public static Response file(String name, FileStream workbook) {
        return answer(name, workbook);
    }

    private static Response answer(String name, Object workbook) {
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
     * because its length may not have been announced. It arrives at once, whatever becomes of the request: a caller who is cut
     * off while sending never sees the answer.
     */
    public static Uni<byte[]> read(HttpServerRequest request, int mostBytes) {
        if (!isWorkbook(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            var _ = request.resume();
            throw InvalidRequest.inHttp(415);
        }
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        Buffer read = Buffer.buffer();
        var _ = request.handler(chunk -> {
                    if (read.length() + chunk.length() <= mostBytes) {
                        var _ = read.appendBuffer(chunk);
                    } else {
                        whole.completeExceptionally(InvalidRequest.inHttp(413));
                    }
                })
                .exceptionHandler(_ -> whole.completeExceptionally(InvalidRequest.inHttp(400)))
                .endHandler(_ -> whole.complete(read.getBytes()))
                .resume();
        return Uni.createFrom().completionStage(whole);
    }
}
