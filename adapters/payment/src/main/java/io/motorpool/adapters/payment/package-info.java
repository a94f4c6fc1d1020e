/**
 * The payment gateway. Names of its fields stay in here; what leaves are the answers of the port.
 */
@NullMarked
package io.motorpool.adapters.payment;

import org.jspecify.annotations.NullMarked;
