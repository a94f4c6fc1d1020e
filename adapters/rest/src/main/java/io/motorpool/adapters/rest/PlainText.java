package io.motorpool.adapters.rest;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No operation takes plain text. The framework would make a body of it that has one member, without looking at the contract. */
final class PlainText {

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
            throw new NotSupportedException();
        }
    }
}
