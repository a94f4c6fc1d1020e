/** Keys of vehicles in PostgreSQL. */
@NullMarked
package io.motorpool.adapters.persistence.key;

import org.jspecify.annotations.NullMarked;
