/**
 * Whether Motorpool's rules agree with ten years of the legacy reservation system: its changes are replayed through the rules of
 * {@link io.motorpool.domain.reservation} in shadow, and each reservation gets a verdict. Nothing here has an effect on anything
 * that is driven, paid or announced: it takes values and answers with values.
 */
@NullMarked
package io.motorpool.domain.reconciliation;

import org.jspecify.annotations.NullMarked;
