/** What reservations cost, with what it is paid, and asking the gateway. */
@NullMarked
package io.motorpool.application.payment;

import org.jspecify.annotations.NullMarked;
