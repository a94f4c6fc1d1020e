package io.motorpool.bootstrap;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.motorpool.sandbox.app.MotorpoolProcess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A connection to a node, as clients of gRPC have it. */
public final class GrpcWire implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;

    private GrpcWire(ManagedChannel channel) {
        this.channel = channel;
    }

    public static GrpcWire to(MotorpoolProcess node) {
        return new GrpcWire(ManagedChannelBuilder.forAddress("localhost", node.grpcPort())
                .usePlaintext()
                .build());
    }

    public ManagedChannel channel() {
        return channel;
    }

    /** What this person calls with; for as long as a call may take, whatever it asks of a slow machine. */
    <S extends AbstractStub<S>> S as(Person person, Function<Channel, S> stub) {
        return stub.apply(channel).withInterceptors(bearer(person.token())).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    static Timestamp at(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /** Sends whatever it is as the token. */
    public static ClientInterceptor bearer(String token) {
        return header(AUTHORIZATION, "Bearer " + token);
    }

    public static ClientInterceptor header(String name, String value) {
        return header(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    }

    private static ClientInterceptor header(Metadata.Key<String> key, String value) {
        Metadata headers = new Metadata();
        headers.put(key, value);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    /** The answer that is none. */
    public static Refused refused(Callable<?> call) {
        try {
            Object answer = call.call();
            throw new AssertionError("answered " + answer);
        } catch (StatusRuntimeException refused) {
            return new Refused(refused);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** What a client can know of a call that was not answered. */
    public record Refused(StatusRuntimeException exception) {

        public Status.Code code() {
            return exception.getStatus().getCode();
        }

        public String reason() {
            return info().getReason();
        }

        ErrorInfo info() {
            return detail(ErrorInfo.class)
                    .orElseThrow(() -> new AssertionError("without an ErrorInfo: " + exception.getStatus()));
        }

        <M extends Message> Optional<M> detail(Class<M> type) {
            return details().stream()
                    .filter(detail -> detail.is(type))
                    .findFirst()
                    .map(detail -> unpack(detail, type));
        }

        public List<Any> details() {
            com.google.rpc.Status status = StatusProto.fromThrowable(exception);
            return status == null ? List.of() : status.getDetailsList();
        }

        private static <M extends Message> M unpack(Any detail, Class<M> type) {
            try {
                return detail.unpack(type);
            } catch (InvalidProtocolBufferException broken) {
                throw new AssertionError(broken);
            }
        }
    }

    @Override
    public void close() {
        ManagedChannel _ = channel.shutdownNow();
    }
}
