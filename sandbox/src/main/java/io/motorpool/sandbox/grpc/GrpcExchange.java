package io.motorpool.sandbox.grpc;

import java.time.Duration;

/** One call and its answer, for those who show them. */
public record GrpcExchange(String method, String sent, GrpcAnswer answer, Duration took) {}
