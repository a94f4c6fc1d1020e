package io.motorpool.sandbox.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can act. */
public interface Person {

    /** By which Motorpool knows them. */
    UUID id();

    /**
     * An access token that is good for some minutes at least.
     *
     * @param company for which they act; absent for the division
     */
    String token(@Nullable UUID company);
}
