/** Keys of vehicles over gRPC. */
@NullMarked
package io.motorpool.adapters.grpc.key;

import org.jspecify.annotations.NullMarked;
