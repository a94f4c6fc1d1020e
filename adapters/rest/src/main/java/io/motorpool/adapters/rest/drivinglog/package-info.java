/** The tax driving log over HTTP. */
@NullMarked
package io.motorpool.adapters.rest.drivinglog;

import org.jspecify.annotations.NullMarked;
