/** Paying over HTTP. */
@NullMarked
package io.motorpool.adapters.rest.payment;

import org.jspecify.annotations.NullMarked;
