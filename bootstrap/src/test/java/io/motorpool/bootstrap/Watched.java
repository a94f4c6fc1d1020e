package io.motorpool.bootstrap;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stream of answers, as a client hears them. */
final class Watched<Q, A> implements ClientResponseObserver<Q, A>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<A> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();
    private @Nullable ClientCallStreamObserver<Q> call;

    private Watched() {}

    /** @param method of an asynchronous stub */
    static <Q, A> Watched<Q, A> of(BiConsumer<Q, io.grpc.stub.StreamObserver<A>> method, Q request) {
        Watched<Q, A> watched = new Watched<>();
        method.accept(request, watched);
        return watched;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> started) {
        call = started;
    }

    @Override
    public void onNext(A answer) {
        heard.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
        var _ = end.complete(Status.fromThrowable(failure).withCause(failure));
    }

    @Override
    public void onCompleted() {
        var _ = end.complete(Status.OK);
    }

    /** The next answer. */
    A next() {
        return next(PATIENCE);
    }

    A next(Duration within) {
        try {
            A answer = heard.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new AssertionError("nothing came within %s, the end is %s".formatted(within, end));
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first of the next answers that is like this. */
    A next(Predicate<A> wanted) {
        A answer = next();
        while (!wanted.test(answer)) {
            answer = next();
        }
        return answer;
    }

    /** How the stream ends. */
    Status end() {
        return end.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The same where it is no good end. */
    GrpcWire.Refused refusal() {
        Status status = end();
        return status.getCause() instanceof StatusRuntimeException refused
                ? new GrpcWire.Refused(refused)
                : new GrpcWire.Refused(status.asRuntimeException());
    }

    @Override
    public void close() {
        Objects.requireNonNull(call).cancel("enough was seen", null);
    }
}
