package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes an answer part by part, each when the one before has left, and stops when nobody listens any more. */
final class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private Parts() {}

    /** What becomes of an answer that was begun and cannot be finished. */
    enum Broken {
        /** It ends; whoever listens asks again. */
        ENDS,
        /** The connection is cut off, so that nobody takes a part for the whole. */
        IS_CUT_OFF
    }

    static void write(
            Multi<byte[]> parts, ServerRequestContext context, Consumer<ServerHttpResponse> begin, Broken broken) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        request.suspend();
        // The end of the pipeline: nobody else is there to subscribe.
        Cancellable telling = parts.onItem()
                .transformToUniAndConcatenate(part -> written(part, response, begin))
                .subscribe()
                .with(_ -> {}, failure -> failed(failure, request, broken), () -> ended(request));
        var _ = response.addCloseHandler(telling::cancel);
    }

    private static Uni<Void> written(byte[] part, ServerHttpResponse response, Consumer<ServerHttpResponse> begin) {
        return Uni.createFrom().completionStage(() -> {
            if (!response.headWritten()) {
                begin.accept(response);
            }
            return response.write(part);
        });
    }

    private static void failed(Throwable failure, ResteasyReactiveRequestContext request, Broken broken) {
        if (!request.serverResponse().headWritten()) {
            request.resume(failure);
            return;
        }
        LOG.warnf(failure, "an answer broke off");
        switch (broken) {
            case ENDS -> ended(request);
            case IS_CUT_OFF -> request.serverResponse().reset();
        }
    }

    private static void ended(ResteasyReactiveRequestContext request) {
        var _ = request.serverResponse().end();
        request.resume();
    }
}
