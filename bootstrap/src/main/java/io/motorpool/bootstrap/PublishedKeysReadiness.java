package io.motorpool.bootstrap;

import io.motorpool.application.identity.AccessTokens;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A node is ready when it knows a published key: before that it can tell nobody who they are, and would answer everybody
 * that it is not available. Asking also fetches the set, so the first request need not wait for it.
 */
@Readiness
@ApplicationScoped
class PublishedKeysReadiness implements AsyncHealthCheck {

    static final String NAME = "published keys";

    private final AccessTokens tokens;

    PublishedKeysReadiness(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return tokens.knowsKeys()
                .map(known -> HealthCheckResponse.named(NAME).status(known).build());
    }
}
