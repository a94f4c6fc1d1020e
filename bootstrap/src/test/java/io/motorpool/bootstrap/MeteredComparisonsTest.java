package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.reconciliation.CompareHistories;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeteredComparisonsTest {

    private static final Caller OPERATOR =
            new Caller(new UserId(new UUID(0, 1)), new Profile.Division(), Set.of(Role.OPERATOR));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CompareHistories metered = new MeteredComparisons(new Compare(), meters);

    @Test
    void verdicts_are_counted_whoever_had_them_made() {
        var _ = metered.compareQuiet(OPERATOR).await().indefinitely();
        var _ = metered.compareUpTo(OPERATOR, new Position(1, 0)).await().indefinitely();

        assertThat(count(Kind.MATCH)).isEqualTo(6);
        assertThat(count(Kind.FIELD_DIFF)).isEqualTo(1);
    }

    private double count(Kind kind) {
        return meters.get("motorpool.reconciliation.verdicts")
                .tag("kind", kind.name())
                .counter()
                .count();
    }

    private static final class Compare implements CompareHistories {

        @Override
        public Uni<Decision<Round, Refusal>> compareQuiet(Caller caller) {
            return Uni.createFrom().item(Decision.accept(new Round(2, Map.of(Kind.MATCH, 2), false)));
        }

        @Override
        public Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark) {
            return Uni.createFrom()
                    .item(Decision.accept(new Round(5, Map.of(Kind.MATCH, 4, Kind.FIELD_DIFF, 1), false)));
        }

        @Override
        public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
            throw new AssertionError("nobody asked");
        }
    }
}
