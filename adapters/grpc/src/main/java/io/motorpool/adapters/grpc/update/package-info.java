/** Streams of what has changed. */
@NullMarked
package io.motorpool.adapters.grpc.update;

import org.jspecify.annotations.NullMarked;
