/** What it costs to hear of the legacy system and to compare. */
@NullMarked
package io.motorpool.sandbox.bench.reconciliation;

import org.jspecify.annotations.NullMarked;
