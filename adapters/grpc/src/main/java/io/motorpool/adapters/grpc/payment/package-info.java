/** Paying over gRPC. */
@NullMarked
package io.motorpool.adapters.grpc.payment;

import org.jspecify.annotations.NullMarked;
