/** What companies owe: drafts that change, documents and texts that do not, and the queues that work them off. */
@NullMarked
package io.motorpool.adapters.persistence.settlement;

import org.jspecify.annotations.NullMarked;
