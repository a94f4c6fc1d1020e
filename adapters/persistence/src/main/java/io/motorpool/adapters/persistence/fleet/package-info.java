/** Vehicles, zones and business plans. */
@NullMarked
package io.motorpool.adapters.persistence.fleet;

import org.jspecify.annotations.NullMarked;
