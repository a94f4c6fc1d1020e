package io.motorpool.adapters.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.application.payment.PaymentGateway;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Asks under keys that are made from the payment: the same request has the same key whoever sends it and whenever. What the
 * gateway says is believed only where its amount is ours to the won; everything else is not clear, and is asked again.
 */
final class HttpPaymentGateway implements PaymentGateway {

    private static final Logger LOG = Logger.getLogger(HttpPaymentGateway.class);

    private static final String AUTHORISATIONS = "/v1/authorisations";

    private final GatewayClient client;

    HttpPaymentGateway(GatewayClient client) {
        this.client = client;
    }

    @Override
    public Uni<GatewayAnswer> ask(GatewayRequest request, CardToken token) {
        return CallersContext.keep(() -> switch (request) {
            case GatewayRequest.Hold hold -> hold(hold, token);
            case GatewayRequest.Take take -> take(take);
            case GatewayRequest.Release release -> release(release);
        });
    }

    private Uni<GatewayAnswer> hold(GatewayRequest.Hold hold, CardToken token) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("reference", hold.payment().toString())
                .put("card", token.value());
        body.set("amount", amount(hold.amount()));
        return client.post(AUTHORISATIONS, body, key("hold", hold.payment())).map(said -> switch (said) {
            case Said.Done(var authorisation) -> held(authorisation, hold);
            case Said.No(var status, var code) -> notHeld(status, code);
            case Said.Nothing _ -> new GatewayAnswer.Unclear();
        });
    }

    private static GatewayAnswer held(JsonNode authorisation, GatewayRequest.Hold hold) {
        String id = authorisation.path("id").asText();
        return id.isBlank() || id.length() > GatewayReference.LONGEST || !isFor(hold.amount(), authorisation)
                ? doubtful("hold", "another amount, or no id")
                : new GatewayAnswer.Held(new GatewayReference(id));
    }

    private static GatewayAnswer notHeld(int status, String code) {
        if (status == 402) {
            return new GatewayAnswer.Refused(DeclineReason.BY_ISSUER);
        }
        return code.equals("UNKNOWN_CARD")
                ? new GatewayAnswer.Refused(DeclineReason.UNKNOWN_CARD)
                : doubtful("hold", code);
    }

    private Uni<GatewayAnswer> take(GatewayRequest.Take take) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("amount", amount(take.amount()));
        return client.post(of(take.reference()) + "/capture", body, key("take", take.payment()))
                .map(said -> switch (said) {
                    case Said.Done(var authorisation) ->
                        isFor(take.amount(), authorisation) ? new GatewayAnswer.Taken() : doubtful("take", "amount");
                    case Said.No(var status, var code) -> notTaken(status, code);
                    case Said.Nothing _ -> new GatewayAnswer.Unclear();
                });
    }

    /** What ran out, or was let go by hand, pays nothing any more. */
    private static GatewayAnswer notTaken(int status, String code) {
        return status == 402 || (status == 409 && isOver(code))
                ? new GatewayAnswer.Refused(DeclineReason.BY_ISSUER)
                : doubtful("take", code);
    }

    private Uni<GatewayAnswer> release(GatewayRequest.Release release) {
        return client.post(
                        of(release.reference()) + "/void",
                        JsonNodeFactory.instance.objectNode(),
                        key("release", release.payment()))
                .map(said -> switch (said) {
                    case Said.Done _ -> new GatewayAnswer.Released();
                    case Said.No(var status, var code) ->
                        status == 409 && isOver(code) ? new GatewayAnswer.Released() : doubtful("release", code);
                    case Said.Nothing _ -> new GatewayAnswer.Unclear();
                });
    }

    private static boolean isOver(String code) {
        return code.equals("VOIDED") || code.equals("EXPIRED");
    }

    /** Somebody has to look: asking again, which is done, will hardly help. */
    private static GatewayAnswer doubtful(String what, String why) {
        LOG.warnf("The payment gateway's answer makes no sense: asked=%s answer=%s", what, why);
        return new GatewayAnswer.Unclear();
    }

    private static String of(GatewayReference reference) {
        return AUTHORISATIONS + "/" + reference.value();
    }

    private static String key(String what, PaymentId payment) {
        return what + "-" + payment;
    }

    private static ObjectNode amount(Money amount) {
        return JsonNodeFactory.instance.objectNode().put("value", amount.won()).put("currency", "KRW");
    }

    private static boolean isFor(Money amount, JsonNode authorisation) {
        JsonNode said = authorisation.path("amount");
        return said.path("value").isIntegralNumber()
                && said.path("value").asLong() == amount.won()
                && said.path("currency").asText().equals("KRW");
    }
}
