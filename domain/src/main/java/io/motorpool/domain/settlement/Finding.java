package io.motorpool.domain.settlement;

/** What is wrong with what was frozen: always with the settlement in which it is found first. */
public sealed interface Finding {

    SettlementNumber settlement();

    /** The text is not the one that was sealed: somebody changed it. */
    record SealBroken(SettlementNumber settlement, Seal sealed, Seal now) implements Finding {}

    /** The text is no snapshot. */
    record Unreadable(SettlementNumber settlement, String why) implements Finding {}

    /** It does not follow on the one before: one was removed, inserted or sealed anew. */
    record ChainBroken(SettlementNumber settlement, Snapshot.Link expected, Snapshot.Link found) implements Finding {}

    /** The sources, or the settlement beside its text, say something else than what was frozen. */
    record FactsDiffer(SettlementNumber settlement, String path, String frozen, String now) implements Finding {}
}
