/** Routes, what is driven on them and by which vehicle, and what that costs. */
@NullMarked
package io.motorpool.adapters.persistence.route;

import org.jspecify.annotations.NullMarked;
