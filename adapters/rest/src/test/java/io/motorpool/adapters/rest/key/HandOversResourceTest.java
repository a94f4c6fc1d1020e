package io.motorpool.adapters.rest.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.key.HandOversResource.OfferBody;
import io.motorpool.adapters.rest.key.HandOversResource.RecallBody;
import io.motorpool.application.key.HandOverKey;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.HandOverStatus;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandOversResourceTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final UUID recipient = Ids.next();
    private final HandOver.Terms terms = new HandOver.Terms(
            new HandOverId(Ids.next()),
            new ReservationId(Ids.next()),
            new CompanyId(Ids.next()),
            new VehicleId(Ids.next()),
            new UserId(Ids.next()),
            new UserId(recipient),
            NOW);
    private final List<String> asked = new ArrayList<>();
    private Decision<HandOver, Refusal> answer = Decision.accept(new HandOver.Offered(terms));
    private final HandOversResource resource =
            new HandOversResource(new Known(), new KnownCaller(Callers.aMemberOf(terms.company())));

    private final class Known implements HandOverKey {

        private Uni<Decision<HandOver, Refusal>> by(String what, Object about) {
            asked.add(what + " " + about);
            return Uni.createFrom().item(answer);
        }

        @Override
        public Uni<Decision<HandOver, Refusal>> offer(Caller caller, ReservationId reservation, UserId to) {
            return by("offer", to);
        }

        @Override
        public Uni<Decision<HandOver, Refusal>> accept(Caller caller, HandOverId handOver) {
            return by("accept", handOver);
        }

        @Override
        public Uni<Decision<HandOver, Refusal>> decline(Caller caller, HandOverId handOver) {
            return by("decline", handOver);
        }

        @Override
        public Uni<Decision<HandOver, Refusal>> withdraw(Caller caller, HandOverId handOver) {
            return by("withdraw", handOver);
        }

        @Override
        public Uni<Decision<HandOver, Refusal>> recall(Caller caller, HandOverId handOver, Reason reason) {
            return by("recall", reason.code());
        }
    }

    @Test
    void an_offer_is_shown_with_the_end_of_its_life() {
        var response =
                Responses.of(() -> resource.offer(terms.reservation().toString(), new OfferBody(recipient.toString())));

        HandOverBody body = (HandOverBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(body.status()).isEqualTo(HandOverStatus.OFFERED);
        assertThat(body.expiresAt()).isEqualTo(Instant.parse("2027-03-01T09:10:00Z"));
        assertThat(body.odometerKm()).isNull();
        assertThat(asked).containsExactly("offer " + recipient);
    }

    @Test
    void a_key_that_has_passed_on_is_shown_with_the_odometer() {
        answer = Decision.accept(new HandOver.KeyGranted(terms, NOW, new Odometer(12_345), NOW));

        HandOverBody body =
                (HandOverBody) Responses.of(() -> resource.accept(id())).getEntity();

        assertThat(body.odometerKm()).isEqualTo(12_345);
        assertThat(body.expiresAt()).isNull();
    }

    @Test
    void each_answer_goes_where_it_is_meant_to() {
        var _ = Responses.of(() -> resource.accept(id()));
        var _ = Responses.of(() -> resource.decline(id()));
        var _ = Responses.of(() -> resource.withdraw(id()));
        var _ = Responses.of(() -> resource.recall(id(), new RecallBody(new ReasonBody("OPERATIONS", "called"))));

        assertThat(asked).containsExactly("accept " + id(), "decline " + id(), "withdraw " + id(), "recall OPERATIONS");
    }

    @Test
    void what_is_missing_or_wrong_is_named_and_nobody_is_asked() {
        assertThat(Responses.wrongFields(() -> resource.offer(id(), new OfferBody("somebody"))))
                .containsExactly("recipient");
        assertThat(Responses.wrongFields(() -> resource.offer(id(), null))).containsExactly("body");
        assertThat(Responses.wrongFields(() -> resource.recall(id(), new RecallBody(null))))
                .containsExactly("reason");
        assertThat(Responses.problem(() -> resource.accept("mine"))).isEqualTo("404 not-found");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_refusal_is_a_problem() {
        answer = Decision.refuse(new KeyRefusal.OfferNotOpen(HandOverStatus.DECLINED));

        assertThat(Responses.problem(() -> resource.accept(id()))).isEqualTo("409 offer-not-open");
    }

    private String id() {
        return terms.id().toString();
    }
}
