/** Vehicles, the virtual zones they stand in and the business-plan windows of their contracts. */
@NullMarked
package io.motorpool.domain.fleet;

import org.jspecify.annotations.NullMarked;
