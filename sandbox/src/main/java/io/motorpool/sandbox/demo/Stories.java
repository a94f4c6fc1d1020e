package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.catalogue.Catalogue;
import java.time.Clock;
import java.util.List;

/** Every story that {@code ./motorpool demo} knows. */
public final class Stories {

    public static final Catalogue<Story> ALL = new Catalogue<>(
            "story",
            List.of(
                    new ReservationStory(Clock.systemUTC()),
                    new IdentityStory(Clock.systemUTC()),
                    new SettlementStory(Clock.systemUTC()),
                    new AppStory(Clock.systemUTC()),
                    new TaxlogStory(Clock.systemUTC()),
                    new ReconciliationStory()));

    private Stories() {}
}
