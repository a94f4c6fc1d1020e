package io.motorpool.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no stand-in would give: none of them is taken for money. */
class RecordedAnswersTest {

    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>maintenance</html>",
                "[]",
                "{\"id\":\"auth_1\"}",
                "{\"id\":\"auth_1\",\"amount\":{\"value\":300000,\"currency\":\"KRW\"}}",
                "{\"id\":\"auth_1\",\"amount\":{\"value\":3000.00,\"currency\":\"KRW\"}}",
                "{\"id\":\"auth_1\",\"amount\":{\"value\":3000,\"currency\":\"USD\"}}",
                "{\"id\":\" \",\"amount\":{\"value\":3000,\"currency\":\"KRW\"}}"
            })
    void an_answer_that_is_not_about_our_amount_in_won_is_not_clear(String body) throws IOException {
        assertThat(asked(201, body, hold())).isEqualTo(new GatewayAnswer.Unclear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"auth_1\",\"amount\":{\"value\":30,\"currency\":\"KRW\"}}"})
    void what_was_taken_is_what_was_asked_for(String body) throws IOException {
        assertThat(asked(200, body, take())).isEqualTo(new GatewayAnswer.Unclear());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504})
    void a_page_of_somebody_in_between_declines_nothing(int status) throws IOException {
        assertThat(asked(status, "<html>no</html>", hold())).isEqualTo(new GatewayAnswer.Unclear());
        assertThat(asked(status, "<html>no</html>", take())).isEqualTo(new GatewayAnswer.Unclear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "WRONG_ADDRESS"})
    void a_wrong_address_is_not_a_bad_card(String error) throws IOException {
        assertThat(asked(404, "{\"error\":\"%s\"}".formatted(error), hold())).isEqualTo(new GatewayAnswer.Unclear());
    }

    private static GatewayRequest hold() {
        return new GatewayRequest.Hold(PAYMENT, new InstrumentId(new UUID(0, 2)), Money.won(3_000));
    }

    private static GatewayRequest take() {
        return new GatewayRequest.Take(PAYMENT, new GatewayReference("auth_1"), Money.won(3_000));
    }

    private static GatewayAnswer asked(int status, String body, GatewayRequest request) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ = server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        GatewayClient client = GatewayForTests.client(
                URI.create("http://localhost:" + server.getAddress().getPort()), "s");
        try {
            return new HttpPaymentGateway(client)
                    .ask(request, new CardToken("tok"))
                    .await()
                    .indefinitely();
        } finally {
            client.close();
            server.stop(0);
        }
    }
}
