package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.identity.IdentifyCaller;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;

/** Counts who still comes with a token of a legacy server, whichever edge they come to. */
final class MeteredIdentification implements IdentifyCaller {

    static final String NAME = "motorpool.legacy.tokens";

    private final IdentifyCaller identify;
    private final MeterRegistry meters;

    MeteredIdentification(IdentifyCaller identify, MeterRegistry meters) {
        this.identify = identify;
        this.meters = meters;
    }

    @Override
    public Uni<Answer> identify(String bearer, SourceNetwork from) {
        return identify.identify(bearer, from).invoke(answer -> {
            if (answer instanceof Answer.Known known) {
                known.legacy().map(Legacy::scheme).ifPresent(this::count);
            }
        });
    }

    private void count(LegacyScheme scheme) {
        meters.counter(NAME, "scheme", scheme.name()).increment();
    }
}
