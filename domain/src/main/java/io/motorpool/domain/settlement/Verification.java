package io.motorpool.domain.settlement;

import io.motorpool.domain.settlement.Finding.ChainBroken;
import io.motorpool.domain.settlement.Finding.FactsDiffer;
import io.motorpool.domain.settlement.Finding.RegisterDiffers;
import io.motorpool.domain.settlement.Finding.Removed;
import io.motorpool.domain.settlement.Finding.SealBroken;
import io.motorpool.domain.settlement.Finding.Unreadable;
import io.motorpool.domain.settlement.Snapshot.Link;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks whether what was confirmed still is what it was: the seals over the texts, the chain over the seals, the register
 * of the seals, and the texts beside their sources. It tells the first difference; behind that one nothing can be trusted anyway.
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
            return StatementReader.read(text);
        }
    }

    /**
     * A place in the register of seals, in which each is entered once more when it is given: whoever cuts off the end of a
     * chain, or seals it anew, has to know of it.
     */
    public record Registered(SettlementNumber settlement, Seal seal) {}

    /**
     * Everything of one company, as of one moment.
     *
     * @param kept its snapshots, in the order of their confirmation
     * @param register what was entered of them, in the same order
     */
    public record Chain(List<Kept> kept, List<Registered> register) {
        public Chain {
            kept = List.copyOf(kept);
            register = List.copyOf(register);
        }
    }

    public static Optional<Finding> ofChain(Chain chain) {
        return ofRemoved(chain.kept(), chain.register())
                .or(() -> ofLinks(chain.kept()))
                .or(() -> ofRegister(chain.kept(), chain.register()));
    }

    /** What is gone without a trace; what left one is told by its place in the chain. */
    private static Optional<Finding> ofRemoved(List<Kept> chain, List<Registered> register) {
        Set<SettlementNumber> numbers = chain.stream().map(Kept::settlement).collect(Collectors.toSet());
        Set<Seal> seals = chain.stream().map(Kept::sealed).collect(Collectors.toSet());
        return register.stream()
                .filter(entry -> !numbers.contains(entry.settlement()) && !seals.contains(entry.seal()))
                .findFirst()
                .map(gone -> new Removed(gone.settlement(), gone.seal()));
    }

    private static Optional<Finding> ofRegister(List<Kept> chain, List<Registered> register) {
        return IntStream.range(0, chain.size())
                .mapToObj(place -> ofEntry(
                        chain.get(place),
                        place < register.size()
                                ? Optional.of(register.get(place).seal())
                                : Optional.empty()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Finding> ofEntry(Kept kept, Optional<Seal> registered) {
        return registered.filter(kept.sealed()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new RegisterDiffers(kept.settlement(), registered, kept.sealed()));
    }

    private static Optional<Finding> ofLinks(List<Kept> chain) {
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
