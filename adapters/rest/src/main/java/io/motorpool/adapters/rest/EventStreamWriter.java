package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes events one after the other, each when the one before has left, and stops when nobody listens any more. */
@Provider
public final class EventStreamWriter implements ServerMessageBodyWriter<EventStream> {

    private static final Logger LOG = Logger.getLogger(EventStreamWriter.class);

    private final ObjectMapper mapper;

    public EventStreamWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return EventStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return EventStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(EventStream stream, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        request.suspend();
        // The end of the pipeline: nobody else is there to subscribe.
        Cancellable telling = stream.events()
                .onItem()
                .transformToUniAndConcatenate(event -> written(event, response))
                .subscribe()
                .with(_ -> {}, failure -> broken(failure, request), () -> ended(request));
        var _ = response.addCloseHandler(telling::cancel);
    }

    private Uni<Void> written(Object event, ServerHttpResponse response) {
        byte[] text = ("data: " + json(event) + "\n\n").getBytes(StandardCharsets.UTF_8);
        return Uni.createFrom().completionStage(() -> {
            if (!response.headWritten()) {
                var _ = response.setChunked(true);
            }
            return response.write(text);
        });
    }

    private String json(Object event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream that was begun can only be cut off; whoever listens asks again. */
    private static void broken(Throwable failure, ResteasyReactiveRequestContext request) {
        if (!request.serverResponse().headWritten()) {
            request.resume(failure);
            return;
        }
        LOG.warnf(failure, "a stream of events broke off");
        ended(request);
    }

    private static void ended(ResteasyReactiveRequestContext request) {
        var _ = request.serverResponse().end();
        request.resume();
    }

    @Override
    public void writeTo(
            EventStream stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("events are not written by a thread that waits");
    }
}
