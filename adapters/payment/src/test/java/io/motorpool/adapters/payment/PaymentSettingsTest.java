package io.motorpool.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.PaymentId;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentSettingsTest {

    @Test
    void without_settings_nothing_is_clear_and_nothing_fails() {
        assertThat(PaymentSettings.gatewayOf(GatewayForTests.settings(Map.of())))
                .isEmpty();

        assertThat(new NoGateway()
                        .ask(
                                new GatewayRequest.Release(new PaymentId(new UUID(0, 1)), new GatewayReference("a")),
                                new CardToken("tok"))
                        .await()
                        .indefinitely())
                .isEqualTo(new GatewayAnswer.Unclear());
    }

    @Test
    void an_address_without_a_secret_is_found_at_the_start() {
        assertThatThrownBy(() -> GatewayForTests.settings(Map.of("motorpool.payment.gateway.url", "https://gateway")))
                .hasMessageContaining("secret");
    }

    @Test
    void nobody_waits_for_longer_than_they_have_the_payment_to_themselves() {
        GatewayConfig config = GatewayForTests.config(
                URI.create("https://gateway"), "s", Map.of("motorpool.payment.gateway.answer-within", "60s"));

        assertThatThrownBy(() -> new GatewayClient(Vertx.vertx(), config)).hasMessageContaining("lease");
    }
}
