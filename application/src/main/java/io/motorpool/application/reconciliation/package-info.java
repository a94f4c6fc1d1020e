/**
 * Use cases around the reconciliation with the legacy reservation system. They hear, compare and tell; they have no way to a live
 * reservation, a key, a payment or a notice.
 */
@NullMarked
package io.motorpool.application.reconciliation;

import org.jspecify.annotations.NullMarked;
