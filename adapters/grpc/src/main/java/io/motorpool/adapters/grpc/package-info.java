/** The edge of the mobility app: calls are read, passed on, and answered; nothing is decided here. */
@NullMarked
package io.motorpool.adapters.grpc;

import org.jspecify.annotations.NullMarked;
