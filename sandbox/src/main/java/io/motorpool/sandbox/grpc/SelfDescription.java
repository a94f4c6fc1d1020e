package io.motorpool.sandbox.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What a server says of its services (gRPC's reflection), asked once for each. */
final class SelfDescription {

    private static final long PATIENCE_SECONDS = 10;

    private final Channel channel;
    private final Map<String, ServiceDescriptor> known = new ConcurrentHashMap<>();

    SelfDescription(Channel channel) {
        this.channel = channel;
    }

    /** @param name the method's full name, {@code motorpool.map.v1.MapService/ListZoneMarkers} */
    MethodDescriptor method(String name) {
        String service = name.substring(0, name.indexOf('/'));
        MethodDescriptor method =
                known.computeIfAbsent(service, this::ask).findMethodByName(name.substring(service.length() + 1));
        if (method == null) {
            throw new IllegalArgumentException("the server knows no " + name);
        }
        return method;
    }

    private ServiceDescriptor ask(String service) {
        Map<String, FileDescriptorProto> files = new HashMap<>();
        for (ByteString file : files(service)) {
            FileDescriptorProto read = read(file);
            FileDescriptorProto _ = files.put(read.getName(), read);
        }
        String name = service.substring(service.lastIndexOf('.') + 1);
        return files.keySet().stream()
                .map(file -> linked(file, files).findServiceByName(name))
                .filter(found -> found != null && found.getFullName().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the server knows no " + service));
    }

    /** With all that the file imports. */
    private List<ByteString> files(String service) {
        CompletableFuture<List<ByteString>> told = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> question = ServerReflectionGrpc.newStub(channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse answer) {
                        boolean _ =
                                told.complete(answer.getFileDescriptorResponse().getFileDescriptorProtoList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        boolean _ = told.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        boolean _ = told.complete(List.of());
                    }
                });
        question.onNext(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol(service)
                .build());
        List<ByteString> files =
                told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        question.onCompleted();
        return files;
    }

    private static FileDescriptorProto read(ByteString file) {
        try {
            return FileDescriptorProto.parseFrom(file);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static FileDescriptor linked(String name, Map<String, FileDescriptorProto> files) {
        FileDescriptorProto file = files.get(name);
        if (file == null) {
            throw new IllegalStateException("the server kept " + name + " to itself");
        }
        FileDescriptor[] imports = file.getDependencyList().stream()
                .map(imported -> linked(imported, files))
                .toArray(FileDescriptor[]::new);
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
