package io.motorpool.adapters.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Around each call: notes what came with it, and ends it when its caller waits no longer. The server itself would cancel a
 * call at its deadline, without a word about why.
 */
@GlobalInterceptor
@ApplicationScoped
class Calls implements ServerInterceptor {

    private static final Duration SHORTEST_TIMER = Duration.ofMillis(1);

    /** By how much of its time a call ends before the server would end it, and by how much at most. */
    private static final int EARLIER = 10;

    private static final Duration EARLIER_AT_MOST = Duration.ofMillis(20);

    private final Vertx vertx;

    Calls(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> bare, Metadata headers, ServerCallHandler<Q, A> next) {
        Call call = Call.of(
                bare.getMethodDescriptor().getFullMethodName(), headers, address(bare), new Outlet(bare::isReady));
        Answering<Q, A> answering = new Answering<>(bare, call);
        Optional<Duration> deadline = Deadline.of(headers);
        deadline.ifPresent(answering::endAfter);
        ServerCall.Listener<Q> listener =
                Contexts.interceptCall(Context.current().withValue(Call.KEY, call), answering, headers, next);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onCancel() {
                answering.hungUp();
                super.onCancel();
            }

            @Override
            public void onReady() {
                call.outlet().becameFree();
                super.onReady();
            }

            /** Whoever still streams for a call that has ended before its time knows of hanging up only. */
            @Override
            public void onComplete() {
                if (call.ending().hasEnded()) {
                    super.onCancel();
                } else {
                    super.onComplete();
                }
            }
        };
    }

    private static String address(ServerCall<?, ?> call) {
        return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "0.0.0.0";
    }

    /** Says nothing more once the call is over: whoever had an answer for it may not know that yet. */
    private final class Answering<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private static final long NONE = -1;

        private final Call call;
        private long timer = NONE;
        private boolean over;

        Answering(ServerCall<Q, A> bare, Call call) {
            super(bare);
            this.call = call;
        }

        void endAfter(Duration wait) {
            Duration tenth = wait.dividedBy(EARLIER);
            Duration told = wait.minus(tenth.compareTo(EARLIER_AT_MOST) < 0 ? tenth : EARLIER_AT_MOST);
            Duration timed = told.compareTo(SHORTEST_TIMER) < 0 ? SHORTEST_TIMER : told;
            timer = vertx.setTimer(timed.toMillis(), _ -> endNow());
        }

        private void endNow() {
            StatusRuntimeException tooLate =
                    StatusProto.toStatusRuntimeException(Statuses.at(Statuses.tooLate(), call.traceId()));
            close(tooLate.getStatus(), Objects.requireNonNullElseGet(tooLate.getTrailers(), Metadata::new));
            call.ending().end();
        }

        void hungUp() {
            over = true;
            stopTimer();
            call.ending().end();
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (!over) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public void sendMessage(A message) {
            if (!over) {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            stopTimer();
            if (!over) {
                over = true;
                super.close(status, trailers);
            }
        }

        private void stopTimer() {
            if (timer != NONE) {
                boolean _ = vertx.cancelTimer(timer);
            }
        }
    }
}
