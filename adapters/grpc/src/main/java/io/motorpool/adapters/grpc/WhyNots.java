package io.motorpool.adapters.grpc;

import io.motorpool.api.shared.v1.WhyNot;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;

/** A refusal that is shown before somebody asks, in the words in which it would be answered. */
public final class WhyNots {

    private WhyNots() {}

    public static WhyNot of(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return WhyNot.newBuilder()
                .setReason(explained.code())
                .setSentence(explained.sentence())
                .putAllMetadata(explained.facts())
                .build();
    }
}
