/**
 * Who pays for a reservation, with what, and what became of it. Which instrument may be used is decided in one place, {@link
 * io.motorpool.domain.payment.Wallet}; what a reservation costs is published in {@link io.motorpool.domain.payment.Tariff}
 * (C5, ADR-0049).
 */
@NullMarked
package io.motorpool.domain.payment;

import org.jspecify.annotations.NullMarked;
