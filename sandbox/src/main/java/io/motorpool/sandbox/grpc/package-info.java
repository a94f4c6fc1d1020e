/** A small client of the gRPC API. It knows of the API what the API says of itself. */
@NullMarked
package io.motorpool.sandbox.grpc;

import org.jspecify.annotations.NullMarked;
