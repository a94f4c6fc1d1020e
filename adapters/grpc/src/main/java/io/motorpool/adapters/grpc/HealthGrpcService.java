package io.motorpool.adapters.grpc;

import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import grpc.health.v1.MutinyHealthGrpc.HealthImplBase;
import io.grpc.BindableService;
import io.grpc.Status;
import io.quarkus.grpc.GrpcService;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether calls can be answered here: the same as what the HTTP probe says, for balancers that speak gRPC
 * (grpc.health.v1). It asks nobody who they are, and tells nothing else. A node that serves one service serves all of them.
 */
@GrpcService
class HealthGrpcService extends HealthImplBase {

    /** How old what a watcher knows may be. */
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(2);

    private static final int MOST_WATCHERS = 50;

    /** In a stream, what a client learns of a service that is not there; the generated code is older than that. */
    private static final int SERVICE_UNKNOWN = 3;

    private final SmallRyeHealthReporter probe;
    private final Instance<BindableService> services;
    private final Vertx vertx;
    private final AtomicInteger watchers = new AtomicInteger();

    HealthGrpcService(SmallRyeHealthReporter probe, @GrpcService Instance<BindableService> services, Vertx vertx) {
        this.probe = probe;
        this.services = services;
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> check(HealthCheckRequest request) {
        return isThere(request.getService())
                ? now()
                : Uni.createFrom()
                        .failure(() -> Status.NOT_FOUND
                                .withDescription("There is no such service here.")
                                .asRuntimeException());
    }

    @Override
    public Multi<HealthCheckResponse> watch(HealthCheckRequest request) {
        if (watchers.get() >= MOST_WATCHERS) {
            return Multi.createFrom()
                    .failure(() -> Status.RESOURCE_EXHAUSTED
                            .withDescription("Too many watch this node already.")
                            .asRuntimeException());
        }
        int _ = watchers.incrementAndGet();
        return looks().onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> isThere(request.getService()) ? now() : unknown())
                .skip()
                .repetitions()
                .onTermination()
                .invoke(() -> {
                    int _ = watchers.decrementAndGet();
                });
    }

    /** At once, and then time and again, where the call is answered. */
    private Multi<Long> looks() {
        return Multi.createFrom().emitter(emitter -> {
            long timer = vertx.setPeriodic(1, LOOKED_AT_EVERY.toMillis(), look -> {
                var _ = emitter.emit(look);
            });
            var _ = emitter.onTermination(() -> {
                boolean _ = vertx.cancelTimer(timer);
            });
        });
    }

    private Uni<HealthCheckResponse> now() {
        return probe.getReadinessAsync()
                .map(health -> health.isDown() ? ServingStatus.NOT_SERVING : ServingStatus.SERVING)
                .onFailure()
                .recoverWithItem(ServingStatus.NOT_SERVING)
                .map(status ->
                        HealthCheckResponse.newBuilder().setStatus(status).build());
    }

    private static Uni<HealthCheckResponse> unknown() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.newBuilder()
                        .setStatusValue(SERVICE_UNKNOWN)
                        .build());
    }

    /** The empty name is the node as a whole. */
    private boolean isThere(String service) {
        return service.isEmpty()
                || services.stream()
                        .map(each -> each.bindService().getServiceDescriptor().getName())
                        .anyMatch(service::equals);
    }
}
