package io.motorpool.domain.settlement;

import io.motorpool.domain.settlement.Finding.ChainBroken;
import io.motorpool.domain.settlement.Finding.FactsDiffer;
import io.motorpool.domain.settlement.Finding.SealBroken;
import io.motorpool.domain.settlement.Finding.Unreadable;
import io.motorpool.domain.settlement.Snapshot.Link;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks whether what was confirmed still is what it was: the seals over the texts, the chain over the seals, and the texts
 * beside their sources. It tells the first difference; behind that one nothing can be trusted anyway.
 */
public final class Verification {

    private Verification() {}

    /**
     * A snapshot as it is stored.
     *
     * @param sealed the seal that the settlement carries, kept apart from the text
     */
    public record Kept(SettlementNumber settlement, String text, Seal sealed) {

        /** What was confirmed, read back from the frozen text. */
        public Statement statement() {
            return SnapshotReader.of(text).statement();
        }
    }

    /** @param chain all snapshots of one company, in the order of their confirmation */
    public static Optional<Finding> ofChain(List<Kept> chain) {
        Link expected = Link.FIRST;
        for (Kept kept : chain) {
            Optional<Finding> finding = ofLink(kept, expected);
            if (finding.isPresent()) {
                return finding;
            }
            expected = Link.after(expected, kept.sealed());
        }
        return Optional.empty();
    }

    private static Optional<Finding> ofLink(Kept kept, Link expected) {
        Seal now = Seal.of(kept.text());
        if (!now.equals(kept.sealed())) {
            return Optional.of(new SealBroken(kept.settlement(), kept.sealed(), now));
        }
        return reading(
                kept,
                SnapshotReader::link,
                found -> found.equals(expected)
                        ? Optional.empty()
                        : Optional.of(new ChainBroken(kept.settlement(), expected, found)));
    }

    /** @param document the settlement as it is stored beside its text: what it says of itself must be what was frozen */
    public static Optional<Finding> ofDocument(Kept kept, Settlement document) {
        return reading(kept, SnapshotReader::document, frozen -> difference(kept, frozen, Snapshot.document(document)));
    }

    /** @param sources what the settlement would say if it were made today */
    public static Optional<Finding> ofFacts(Kept kept, Statement sources) {
        return reading(kept, SnapshotReader::facts, frozen -> difference(kept, frozen, Snapshot.facts(sources)));
    }

    private static Optional<Finding> difference(Kept kept, Json frozen, Json now) {
        return JsonDifference.first(frozen, now)
                .map(found -> new FactsDiffer(kept.settlement(), found.path(), found.left(), found.right()));
    }

    private static <T> Optional<Finding> reading(
            Kept kept, Function<SnapshotReader, T> part, Function<T, Optional<Finding>> look) {
        T read;
        try {
            read = part.apply(SnapshotReader.of(kept.text()));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Unreadable(kept.settlement(), Objects.toString(e.getMessage())));
        }
        return look.apply(read);
    }
}
