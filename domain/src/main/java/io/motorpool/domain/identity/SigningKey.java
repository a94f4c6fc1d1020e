package io.motorpool.domain.identity;

import java.time.Instant;

/**
 * One key of the issuer, from its making to its end. Only an active one signs; all but a revoked one are published, so
 * that whoever verifies knows a key before its first token and until after its last.
 */
public sealed interface SigningKey {

    RsaPublicKey publicKey();

    default KeyId id() {
        return publicKey().id();
    }

    /** How far a key is. */
    enum Stage {
        PREPARED,
        PUBLISHED,
        ACTIVE,
        RETIRED,
        REVOKED
    }

    Stage stage();

    /** When it came to this stage. */
    Instant since();

    /** Made, but nobody has seen it in the published set yet. */
    record Prepared(RsaPublicKey publicKey, Instant since) implements SigningKey {

        @Override
        public Stage stage() {
            return Stage.PREPARED;
        }
    }

    /** Seen in the published set, and there ever since. */
    record Published(RsaPublicKey publicKey, Instant since) implements SigningKey {

        @Override
        public Stage stage() {
            return Stage.PUBLISHED;
        }

        /** Whether everybody who keeps the set for as long as they may has it by now (P8). */
        public boolean wasVisibleLongEnough(Instant now, KeyTimings timings) {
            return !now.isBefore(since.plus(timings.lead()));
        }
    }

    /** Signs. */
    record Active(RsaPublicKey publicKey, Instant since) implements SigningKey {

        @Override
        public Stage stage() {
            return Stage.ACTIVE;
        }

        boolean isDueToRetire(Instant now, KeyTimings timings) {
            return !now.isBefore(since.plus(timings.signsFor()));
        }
    }

    /** Signs no more; tokens that it signed are still about. */
    record Retired(RsaPublicKey publicKey, Instant since) implements SigningKey {

        @Override
        public Stage stage() {
            return Stage.RETIRED;
        }

        boolean hasNoTokensLeft(Instant now, KeyTimings timings) {
            return !now.isBefore(since.plus(timings.keptAfterUse()));
        }
    }

    /** Somebody else may have it: neither signs nor is published, and waits to be destroyed. */
    record Revoked(RsaPublicKey publicKey, Instant since) implements SigningKey {

        @Override
        public Stage stage() {
            return Stage.REVOKED;
        }
    }
}
