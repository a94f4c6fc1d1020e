package io.motorpool.bootstrap;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ClientCalls;
import io.motorpool.api.key.v1.KeyServiceGrpc;
import io.motorpool.api.map.v1.MapServiceGrpc;
import io.motorpool.api.payment.v1.PaymentServiceGrpc;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc;
import io.motorpool.api.update.v1.UpdateServiceGrpc;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All that the app can call; {@link GrpcJourneyIT} holds the list against what a node says of itself. */
public final class GrpcServices {

    private static final List<ServiceDescriptor> ALL = List.of(
            ReservationServiceGrpc.getServiceDescriptor(),
            MapServiceGrpc.getServiceDescriptor(),
            KeyServiceGrpc.getServiceDescriptor(),
            PaymentServiceGrpc.getServiceDescriptor(),
            UpdateServiceGrpc.getServiceDescriptor());

    private GrpcServices() {}

    static Stream<String> names() {
        return ALL.stream().map(ServiceDescriptor::getName);
    }

    public static Stream<MethodDescriptor<Message, Message>> methods() {
        return ALL.stream().flatMap(service -> service.getMethods().stream()).map(GrpcServices::known);
    }

    @SuppressWarnings("unchecked")
    private static MethodDescriptor<Message, Message> known(MethodDescriptor<?, ?> method) {
        return (MethodDescriptor<Message, Message>) method;
    }

    /** A request that says nothing. */
    public static Message bare(MethodDescriptor<Message, Message> method) {
        return Objects.requireNonNull(
                ((PrototypeMarshaller<Message>) method.getRequestMarshaller()).getMessagePrototype());
    }

    /** The answer, or the first of them. */
    public static Message call(Channel channel, MethodDescriptor<Message, Message> method, Message request) {
        CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS);
        return method.getType() == MethodType.UNARY
                ? ClientCalls.blockingUnaryCall(channel, method, options, request)
                : first(channel, method, options, request);
    }

    /** Nobody listens to the rest. */
    private static Message first(
            Channel channel, MethodDescriptor<Message, Message> method, CallOptions options, Message request) {
        try (CancellableContext call = Context.current().withCancellation()) {
            Context before = call.attach();
            try {
                return ClientCalls.blockingServerStreamingCall(channel, method, options, request)
                        .next();
            } finally {
                call.detach(before);
            }
        }
    }
}
