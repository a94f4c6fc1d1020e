/** The audit trail. */
@NullMarked
package io.motorpool.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
