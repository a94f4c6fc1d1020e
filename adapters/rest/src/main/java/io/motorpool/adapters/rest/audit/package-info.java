/** The audit trail. */
@NullMarked
package io.motorpool.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
