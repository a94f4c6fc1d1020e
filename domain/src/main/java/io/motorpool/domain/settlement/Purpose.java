package io.motorpool.domain.settlement;

/** What a document is for. Nothing that was confirmed is ever edited: a correction is a reversal and a reissue. */
public sealed interface Purpose {

    /**
     * Asks for what a month comes to.
     *
     * @param issue 1 for the first, one more with every reissue after a reversal
     */
    record Bill(int issue) implements Purpose {
        public Bill {
            if (issue < 1) {
                throw new IllegalArgumentException("issues count from 1, not from " + issue);
            }
        }
    }

    /** Gives back exactly what another document asked for. */
    record Reversal(SettlementId reversed) implements Purpose {}
}
