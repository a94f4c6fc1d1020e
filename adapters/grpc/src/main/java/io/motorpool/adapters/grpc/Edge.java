package io.motorpool.adapters.grpc;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.identity.IdentifyCaller;
import io.motorpool.application.identity.IdentifyCaller.Answer;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.TrustedProxies;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.application.update.Watcher;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Where every call comes through: who it is, is asked first; then it is read and passed on; and whatever comes of it is an
 * answer or a status. A use case wants a caller, and there is no other way to one.
 */
@ApplicationScoped
public class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);

    private final IdentifyCaller identify;
    private final TrustedProxies proxies;
    private final MeterRegistry meters;

    Edge(IdentifyCaller identify, TrustedProxies proxies, MeterRegistry meters) {
        this.identify = identify;
        this.proxies = proxies;
        this.meters = meters;
    }

    /** What was decided for the caller, shown in this way. */
    public <T, R extends Refusal, A> Uni<A> answer(Function<Caller, Uni<Decision<T, R>>> ask, Function<T, A> show) {
        return answer(caller -> ask.apply(caller).map(decision -> decision.fold(show, Edge::refused)));
    }

    /** The same where what is to be shown is there already. */
    public <A> Uni<A> answer(Function<Caller, Uni<A>> ask) {
        Call call = Call.current();
        return untilEnded(call, caller(call).chain(caller -> ask.apply(caller)))
                .onFailure()
                .transform(failure -> told(call, failure));
    }

    /** The same for as long as the caller watches: before each answer it is found out anew who they are. */
    public <T, A> Multi<A> stream(Function<Watcher, Multi<Decision<T, Refusal>>> watch, Function<T, A> show) {
        Call call = Call.current();
        Watcher.Asking asking = new Watching(call, ofCall());
        return caller(call)
                .onItem()
                .transformToMulti(caller -> watch.apply(new Watcher(caller, asking)))
                .map(decision -> decision.fold(show, Edge::<A>refused))
                .onFailure()
                .transform(failure -> told(call, failure));
    }

    /** A unit of work belongs to the context of the call, and what wakes a watcher comes from elsewhere. */
    private static Executor ofCall() {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "outside of a call");
        return command -> context.runOnContext(_ -> command.run());
    }

    private final class Watching implements Watcher.Asking {

        private final Call call;
        private final Executor own;

        Watching(Call call, Executor own) {
            this.call = call;
            this.own = own;
        }

        @Override
        public <T> Uni<T> ask(Function<Caller, Uni<T>> question) {
            return call.outlet()
                    .free()
                    .emitOn(own)
                    .chain(() -> untilEnded(call, caller(call).chain(caller -> question.apply(caller))));
        }
    }

    static <A> A refused(Refusal refusal) {
        throw new Refused(Statuses.of(refusal));
    }

    /** Whoever waits no longer is not worked for; what has begun and may not be left half done knows that itself. */
    private static <A> Uni<A> untilEnded(Call call, Uni<A> work) {
        return call.ending().hasEnded()
                ? call.ending().failing()
                : Uni.join().first(work, call.ending().<A>failing()).toTerminate();
    }

    private Uni<Caller> caller(Call call) {
        SourceNetwork from = proxies.source(call.connection(), call.forwarded());
        return call.bearer()
                .map(bearer -> identify.identify(bearer, from).map(Edge::known))
                .orElseGet(() -> Uni.createFrom().failure(() -> new Refused(Statuses.unauthorized())));
    }

    /** Whatever was wrong with the token: one status, without a word about it. */
    private static Caller known(Answer answer) {
        return switch (answer) {
            case Answer.Known known -> known.caller();
            case Answer.Unknown _ -> throw new Refused(Statuses.unauthorized());
            case Answer.Throttled(var reason) -> throw new Refused(Statuses.of(reason));
        };
    }

    private StatusRuntimeException told(Call call, Throwable failure) {
        com.google.rpc.Status status = status(call, failure);
        meters.counter(
                        "motorpool.problems",
                        "code",
                        Reasons.of(status),
                        "status",
                        io.grpc.Status.fromCodeValue(status.getCode()).getCode().name())
                .increment();
        return StatusProto.toStatusRuntimeException(Statuses.at(status, call.traceId()));
    }

    private static com.google.rpc.Status status(Call call, Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.status();
            case ContendedException _ -> Statuses.contended();
            case StoreUnavailableException _ -> Statuses.unavailable();
            case OutOfReachException _ -> Statuses.unavailable();
            case OverloadedException _ -> Statuses.unavailable();
            default -> {
                LOG.errorf(failure, "failed: %s", call);
                yield Statuses.internal();
            }
        };
    }
}
