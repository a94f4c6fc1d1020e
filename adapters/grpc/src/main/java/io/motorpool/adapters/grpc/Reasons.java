package io.motorpool.adapters.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

/** Finds in a status what REST calls the code, and the facts. */
final class Reasons {

    private Reasons() {}

    static String of(Status status) {
        return info(status).getReason();
    }

    static ErrorInfo info(Status status) {
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(Reasons::unpack)
                .findFirst()
                .orElseGet(ErrorInfo::getDefaultInstance);
    }

    private static ErrorInfo unpack(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
