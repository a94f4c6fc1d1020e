package io.motorpool.adapters.payment;

import io.motorpool.application.payment.PaymentGateway;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The gateway where one is set up, and otherwise nobody. */
@Singleton
class Till {

    private final Optional<GatewayClient> client;

    Till(PaymentSettings settings, Vertx vertx) {
        this.client = PaymentSettings.gatewayOf(settings).map(config -> new GatewayClient(vertx, config));
    }

    @Produces
    @Singleton
    PaymentGateway gateway() {
        return client.<PaymentGateway>map(HttpPaymentGateway::new).orElseGet(NoGateway::new);
    }

    @PreDestroy
    void close() {
        client.ifPresent(GatewayClient::close);
    }
}
