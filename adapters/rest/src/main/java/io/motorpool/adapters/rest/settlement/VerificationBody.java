package io.motorpool.adapters.rest.settlement;

import io.motorpool.application.settlement.SettlementQueries.Verified;
import io.motorpool.domain.settlement.Finding;
import io.motorpool.domain.settlement.Seal;
import io.motorpool.domain.settlement.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether everything that was confirmed for a company still is what it was. */
@Schema(name = "SettlementVerification")
record VerificationBody(
        @Schema(required = true, minimum = "0", description = "How many were looked at")
        int snapshots,

        @Schema(
                minimum = "0",
                description =
                        "How many documents of the ERP are as they were posted; absent when it was not asked or did not answer")
        @Nullable
        Integer documents,

        @Schema(required = true) boolean intact,

        @Schema(description = "The first difference; behind it nothing can be trusted") @Nullable
        FindingBody finding) {

    @Schema(name = "SettlementFinding")
    record FindingBody(
            @Schema(required = true) Kind kind,

            @Schema(required = true, description = "Where it is found first", examples = "ST202611-000001")
            String settlement,

            @Schema(description = "Of facts that differ: which", examples = "sections[0].runs[3].amount") @Nullable
            String path,

            @Schema(description = "What was frozen, or what was expected") @Nullable
            String frozen,

            @Schema(description = "What is there now") @Nullable
            String now) {

        static FindingBody of(Finding finding) {
            String number = finding.settlement().value();
            return switch (finding) {
                case Finding.SealBroken it ->
                    new FindingBody(
                            Kind.SEAL_BROKEN,
                            number,
                            null,
                            it.sealed().hex(),
                            it.now().hex());
                case Finding.Unreadable it -> new FindingBody(Kind.UNREADABLE, number, null, null, it.why());
                case Finding.ChainBroken it ->
                    new FindingBody(Kind.CHAIN_BROKEN, number, null, link(it.expected()), link(it.found()));
                case Finding.Removed it ->
                    new FindingBody(Kind.REMOVED, number, null, it.sealed().hex(), null);
                case Finding.RegisterDiffers it ->
                    new FindingBody(
                            Kind.REGISTER_DIFFERS,
                            number,
                            null,
                            it.registered().map(Seal::hex).orElse(null),
                            it.sealed().hex());
                case Finding.ErpDiffers it ->
                    new FindingBody(Kind.ERP_DIFFERS, number, null, it.posted().number(), it.found());
                case Finding.FactsDiffer it ->
                    new FindingBody(Kind.FACTS_DIFFER, number, it.path(), it.frozen(), it.now());
            };
        }
    }

    private static String link(Snapshot.Link link) {
        return link.sequence() + " after " + link.previous();
    }

    @Schema(name = "SettlementFindingKind")
    enum Kind {
        SEAL_BROKEN,
        UNREADABLE,
        CHAIN_BROKEN,
        REMOVED,
        REGISTER_DIFFERS,
        ERP_DIFFERS,
        FACTS_DIFFER
    }

    static VerificationBody of(Verified verified) {
        return new VerificationBody(
                verified.snapshots(),
                verified.documents().orElse(null),
                verified.finding().isEmpty(),
                verified.finding().map(FindingBody::of).orElse(null));
    }
}
