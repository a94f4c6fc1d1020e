package io.motorpool.domain.reconciliation;

/** What can arrive from the legacy system. */
public sealed interface LegacyMessage {

    record Changed(ChangeEvent event) implements LegacyMessage {}

    /** Follows a deletion and says nothing that the deletion did not say. */
    record Tombstone(String key) implements LegacyMessage {}

    /**
     * It is not even known which reservation it is about.
     *
     * @param source where it came from, so that the same one is kept once
     * @param raw as it came; may name people, so it is kept and never logged (P19)
     */
    record Undecodable(String source, String raw, String why) implements LegacyMessage {

        @Override
        public String toString() {
            return "Undecodable[%s: %s]".formatted(source, why);
        }
    }
}
