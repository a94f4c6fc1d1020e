package io.motorpool.adapters.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes files part by part. */
@Provider
public final class FileStreamWriter implements ServerMessageBodyWriter<FileStream> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return FileStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return FileStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(FileStream file, Type genericType, ServerRequestContext context) {
        Parts.write(
                file.parts(),
                context,
                response -> response.setResponseHeader("Content-Length", Long.toString(file.bytes())),
                Parts.Broken.IS_CUT_OFF);
    }

    @Override
    public void writeTo(
            FileStream file,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("files are not written by a thread that waits");
    }
}
