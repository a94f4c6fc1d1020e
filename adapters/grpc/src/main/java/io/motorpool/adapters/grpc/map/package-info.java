/** What the mobility app shows, over gRPC. */
@NullMarked
package io.motorpool.adapters.grpc.map;

import org.jspecify.annotations.NullMarked;
