/** What the mobility app shows, read from PostgreSQL. */
@NullMarked
package io.motorpool.adapters.persistence.map;

import org.jspecify.annotations.NullMarked;
