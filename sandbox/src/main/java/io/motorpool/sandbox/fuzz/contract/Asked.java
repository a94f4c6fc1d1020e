package io.motorpool.sandbox.fuzz.contract;

import io.motorpool.sandbox.fuzz.wire.Sent;
import java.util.Optional;
import java.util.UUID;

/**
 * A request with what is known about it.
 *
 * @param company for which the caller acts; empty when the caller may see several, or none
 */
public record Asked(Sent sent, Expectation expectation, Optional<UUID> company) {}
