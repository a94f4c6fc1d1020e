package io.motorpool.adapters.rest;

import io.motorpool.application.identity.TrustedProxies;
import io.motorpool.domain.identity.SourceNetwork;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** From the other end of the connection, or from where a trusted proxy says it has it. */
@RequestScoped
class ConnectionSource implements RequestSource {

    private final RoutingContext request;
    private final TrustedProxies proxies;

    ConnectionSource(RoutingContext request, TrustedProxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    @Override
    public SourceNetwork network() {
        return network(request, proxies);
    }

    static SourceNetwork network(RoutingContext request, TrustedProxies proxies) {
        return proxies.source(
                request.request().connection().remoteAddress().hostAddress(),
                request.request().headers().getAll(TrustedProxies.HEADER));
    }
}
