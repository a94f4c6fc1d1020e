/** Vehicles, zones and business plans. */
@NullMarked
package io.motorpool.adapters.rest.fleet;

import org.jspecify.annotations.NullMarked;
