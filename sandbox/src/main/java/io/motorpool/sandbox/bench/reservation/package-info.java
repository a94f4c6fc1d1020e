/** What reservations cost, beside what the database alone would take for them. */
@NullMarked
package io.motorpool.sandbox.bench.reservation;

import org.jspecify.annotations.NullMarked;
