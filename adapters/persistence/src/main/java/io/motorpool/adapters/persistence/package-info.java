/** PostgreSQL through Hibernate Reactive with Panache: the only place that knows rows, SQL and sessions. */
@NullMarked
package io.motorpool.adapters.persistence;

import org.jspecify.annotations.NullMarked;
