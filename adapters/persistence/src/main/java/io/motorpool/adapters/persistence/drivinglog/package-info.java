/** The driving log in PostgreSQL. */
@NullMarked
package io.motorpool.adapters.persistence.drivinglog;

import org.jspecify.annotations.NullMarked;
