/** What it costs to keep two reservations of one vehicle apart, by each of the ways that PostgreSQL offers (ADR-0052). */
@NullMarked
package io.motorpool.sandbox.bench.overlap;

import org.jspecify.annotations.NullMarked;
