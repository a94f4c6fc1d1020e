/** The reconciliation with the legacy system in PostgreSQL. */
@NullMarked
package io.motorpool.adapters.persistence.reconciliation;

import org.jspecify.annotations.NullMarked;
