package io.motorpool.domain.reconciliation;

/** What a change says the row looks like now. */
public sealed interface Image {

    record Readable(LegacyRow row) implements Image {}

    /**
     * It makes no sense: an end before the start, a state that nobody knows, a vehicle that was never migrated.
     *
     * @param raw as it came; may name people, so it is kept and never logged (P19)
     */
    record Unreadable(String raw, String why) implements Image {

        @Override
        public String toString() {
            return "Unreadable[%s]".formatted(why);
        }
    }
}
