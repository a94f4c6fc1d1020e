package io.motorpool.adapters.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.application.shared.EventFormat;
import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.Touched;
import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.key.KeyEvent;
import io.motorpool.domain.payment.PaymentEvent;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.settlement.SettlementEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells facts as CloudEvents. What it may say is written down, type by type, in {@code docs/events}; a test holds the
 * two together.
 */
@ApplicationScoped
class CloudEventFormat implements EventFormat {

    private static final String TYPES = "io.motorpool.";
    private static final String SCHEMAS = "https://motorpool.io/events/";

    /** Its own, so that what a framework does to the shared one does not change the messages. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    @Override
    public EventMessage describe(UUID id, DomainEvent event) {
        Fact fact = fact(event);
        return new EventMessage(
                id, topic(event), event.subject().toString(), json(cloudEvent(id, event, fact)), Touched.by(event));
    }

    private static CloudEvent cloudEvent(UUID id, DomainEvent event, Fact fact) {
        String type = TYPES + fact.name();
        return new CloudEvent(
                "1.0",
                id,
                "/motorpool",
                type,
                event.subject(),
                Timestamp.of(event.occurredAt()),
                "application/json",
                URI.create(SCHEMAS + type + ".json"),
                companyOf(event),
                fact.said());
    }

    private static @Nullable UUID companyOf(DomainEvent event) {
        return event instanceof DomainEvent.OfCompany owned ? owned.company().value() : null;
    }

    private static Fact fact(DomainEvent event) {
        return switch (event) {
            case CompanyEvent it -> CompanyFacts.of(it);
            case FleetEvent it -> FleetFacts.of(it);
            case ReservationEvent it -> ReservationFacts.of(it);
            case KeyEvent it -> KeyFacts.of(it);
            case PaymentEvent it -> PaymentFacts.of(it);
            case RouteEvent it -> RouteFacts.of(it);
            case SettlementEvent it -> SettlementFacts.of(it);
            case IdentityEvent it -> IdentityFacts.of(it);
        };
    }

    private static String topic(DomainEvent event) {
        return switch (event) {
            case CompanyEvent _ -> "motorpool.company";
            case FleetEvent _ -> "motorpool.fleet";
            case ReservationEvent _ -> "motorpool.reservation";
            case KeyEvent _ -> "motorpool.key";
            case PaymentEvent _ -> "motorpool.payment";
            case RouteEvent _ -> "motorpool.route";
            case SettlementEvent _ -> "motorpool.settlement";
            case IdentityEvent _ -> "motorpool.identity";
        };
    }

    private static String json(CloudEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + event.type(), impossible);
        }
    }
}
