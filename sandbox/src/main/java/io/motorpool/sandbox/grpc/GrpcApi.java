package io.motorpool.sandbox.grpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The gRPC API as one caller sees it, in the JSON that protobuf has for messages: {@code
 * api.call("motorpool.map.v1.MapService/ListZoneMarkers", Map.of(..))}. It was generated from nothing.
 */
public final class GrpcApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final long PATIENCE_SECONDS = 30;

    private final ManagedChannel connection;
    private final Channel channel;
    private final SelfDescription description;
    private final Consumer<GrpcExchange> observer;

    private GrpcApi(
            ManagedChannel connection, Channel channel, SelfDescription description, Consumer<GrpcExchange> observer) {
        this.connection = connection;
        this.channel = channel;
        this.description = description;
        this.observer = observer;
    }

    /** Without a token, at {@code host:port}. */
    public static GrpcApi at(String address) {
        ManagedChannel connection =
                ManagedChannelBuilder.forTarget(address).usePlaintext().build();
        return new GrpcApi(connection, connection, new SelfDescription(connection), _ -> {});
    }

    /** The same API for the caller with this token. */
    public GrpcApi as(String accessToken) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + accessToken);
        Channel known = ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(headers));
        return new GrpcApi(connection, known, description, observer);
    }

    /** The same API, which tells of every call. */
    public GrpcApi observedBy(Consumer<GrpcExchange> other) {
        return new GrpcApi(connection, channel, description, other);
    }

    public GrpcAnswer call(String method, Map<String, ?> request) {
        MethodDescriptor described = description.method(method);
        String sent = write(request);
        DynamicMessage message = message(described, sent);
        long start = System.nanoTime();
        GrpcAnswer answer;
        try {
            DynamicMessage answered = ClientCalls.blockingUnaryCall(
                    channel,
                    callable(method, described),
                    CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    message);
            answer = new GrpcAnswer(method, Code.OK, json(answered));
        } catch (StatusRuntimeException refused) {
            answer = new GrpcAnswer(method, refused.getStatus().getCode(), json(refused));
        }
        observer.accept(new GrpcExchange(method, sent, answer, Duration.ofNanos(System.nanoTime() - start)));
        return answer;
    }

    private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> callable(
            String method, MethodDescriptor described) {
        return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(MethodType.UNARY)
                .setFullMethodName(method)
                .setRequestMarshaller(
                        ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(described.getInputType())))
                .setResponseMarshaller(
                        ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(described.getOutputType())))
                .build();
    }

    private static DynamicMessage message(MethodDescriptor described, String sent) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(described.getInputType());
        try {
            JsonFormat.parser().merge(sent, message);
        } catch (InvalidProtocolBufferException wrong) {
            throw new IllegalArgumentException(described.getFullName() + " takes no " + sent, wrong);
        }
        return message.build();
    }

    private static JsonNode json(DynamicMessage answered) {
        try {
            return JSON.readTree(
                    JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(answered));
        } catch (InvalidProtocolBufferException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a client decides by. */
    private static JsonNode json(StatusRuntimeException refused) {
        ObjectNode body = JSON.createObjectNode();
        com.google.rpc.Status status = StatusProto.fromThrowable(refused);
        if (status != null) {
            status.getDetailsList().stream()
                    .filter(detail -> detail.is(ErrorInfo.class))
                    .map(GrpcApi::info)
                    .forEach(info -> {
                        ObjectNode _ = body.put("reason", info.getReason());
                        ObjectNode facts = body.putObject("metadata");
                        info.getMetadataMap().forEach(facts::put);
                    });
        }
        return body.put("message", refused.getStatus().getDescription());
    }

    private static ErrorInfo info(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String write(Map<String, ?> request) {
        try {
            return JSON.writeValueAsString(request);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException("cannot write " + request + " as JSON", failed);
        }
    }

    @Override
    public void close() {
        ManagedChannel _ = connection.shutdownNow();
    }
}
