/** Cards, accounts and the ledger in PostgreSQL. */
@NullMarked
package io.motorpool.adapters.persistence.payment;

import org.jspecify.annotations.NullMarked;
