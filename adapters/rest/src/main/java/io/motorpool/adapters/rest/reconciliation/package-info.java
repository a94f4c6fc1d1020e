/** How far Motorpool agrees with the legacy reservation system, over HTTP. */
@NullMarked
package io.motorpool.adapters.rest.reconciliation;

import org.jspecify.annotations.NullMarked;
