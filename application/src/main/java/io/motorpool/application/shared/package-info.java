/** What every use case needs: the unit of work, the outbox, paging, idempotency, the catalogue of refusals. */
@NullMarked
package io.motorpool.application.shared;

import org.jspecify.annotations.NullMarked;
