package io.motorpool.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.sandbox.gateway.Bank;
import io.motorpool.sandbox.gateway.CardKind;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.gateway.PaymentGateway;
import io.motorpool.sandbox.telematics.Garage;
import io.motorpool.sandbox.telematics.Mood;
import io.motorpool.sandbox.telematics.Telematics;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stories and drills look at: it must see what is there. */
class FromOutsideTest {

    @Test
    void a_vehicle_is_driven_and_looked_at_from_outside() {
        UUID vehicle = UUID.randomUUID();
        try (StandIn<Telematics> telematics = Telematics.temporary()) {
            telematics.start();
            Garage garage = new Garage(telematics.url());

            garage.drive(vehicle, true, 77);
            garage.mood(vehicle, Mood.OFFLINE);

            assertThat(garage.look(vehicle)).isEqualTo(telematics.service().look(vehicle));
            assertThat(garage.look(vehicle).odometerKm()).isEqualTo(77);
            assertThat(new StandInCaller(telematics)
                            .get("/v1/devices/" + vehicle)
                            .status())
                    .isEqualTo(504);
        }
    }

    @Test
    void a_bank_gives_cards_and_shows_its_books() {
        try (StandIn<PaymentGateway> gateway = PaymentGateway.temporary()) {
            gateway.start();
            Bank bank = new Bank(gateway.url());
            String card = bank.newCard(CardKind.GOOD);

            assertThat(new StandInCaller(gateway)
                            .post(
                                    "/v1/authorisations",
                                    "{\"reference\":\"r\",\"card\":\"%s\",\"amount\":{\"value\":5,\"currency\":\"KRW\"}}"
                                            .formatted(card),
                                    Map.of("Idempotency-Key", "k"))
                            .status())
                    .isEqualTo(201);

            assertThat(bank.books())
                    .singleElement()
                    .extracting(Entry::reference, Entry::won, Entry::standing)
                    .containsExactly("r", 5L, Entry.Standing.AUTHORISED);
        }
    }

    @Test
    void a_stand_in_that_is_gone_is_not_taken_for_an_empty_one() {
        StandIn<PaymentGateway> gateway = PaymentGateway.temporary();
        gateway.start();
        gateway.close();

        assertThatThrownBy(() -> new Bank(gateway.url()).books()).hasMessageContaining("does not answer");
    }
}
