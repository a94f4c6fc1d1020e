package io.motorpool.sandbox.fuzz.make;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends requests.
 *
 * @param describes who it is, for a report
 * @param company for which they act; absent for those who act for none
 * @param authorization what the header says; nothing when it is not sent
 */
record Caller(
        String describes, @Nullable UUID user, @Nullable UUID company, Supplier<Optional<String>> authorization) {

    Optional<UUID> actsFor() {
        return Optional.ofNullable(company);
    }
}
