package io.motorpool.domain.settlement;

import java.util.Optional;

/** What is wrong with what was frozen: always with the settlement in which it is found first. */
public sealed interface Finding {

    SettlementNumber settlement();

    /** The text is not the one that was sealed: somebody changed it. */
    record SealBroken(SettlementNumber settlement, Seal sealed, Seal now) implements Finding {}

    /** The text is no snapshot. */
    record Unreadable(SettlementNumber settlement, String why) implements Finding {}

    /** It does not follow on the one before: one was removed, inserted or sealed anew. */
    record ChainBroken(SettlementNumber settlement, Snapshot.Link expected, Snapshot.Link found) implements Finding {}

    /** It was sealed once, as the register of seals has it, and nothing is left of it. */
    record Removed(SettlementNumber settlement, Seal sealed) implements Finding {}

    /** The register of seals has another seal for it, or none. */
    record RegisterDiffers(SettlementNumber settlement, Optional<Seal> registered, Seal sealed) implements Finding {}

    /** The ERP has another document under its number than was posted, or none, or one that says something else. */
    record ErpDiffers(SettlementNumber settlement, ErpDocument posted, String found) implements Finding {}

    /** The sources, or the settlement beside its text, say something else than what was frozen. */
    record FactsDiffer(SettlementNumber settlement, String path, String frozen, String now) implements Finding {}
}
