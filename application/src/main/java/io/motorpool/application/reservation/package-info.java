/** Use cases around reservations of company vehicles, and the ports they need. */
@NullMarked
package io.motorpool.application.reservation;

import org.jspecify.annotations.NullMarked;
