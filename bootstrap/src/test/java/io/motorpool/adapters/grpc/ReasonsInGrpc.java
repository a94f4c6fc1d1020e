package io.motorpool.adapters.grpc;

import io.grpc.Status.Code;
import io.motorpool.application.shared.Explained;
import io.motorpool.domain.Refusal;
import java.util.Map;

/** Lets tests quote the one place that knows what a refusal is in gRPC. */
public final class ReasonsInGrpc {

    private ReasonsInGrpc() {}

    public static Code codeOf(Explained.Kind kind) {
        return Statuses.codeOf(kind);
    }

    public static Code codeOf(Refusal refusal) {
        return io.grpc.Status.fromCodeValue(Statuses.of(refusal).getCode()).getCode();
    }

    public static String reasonOf(Refusal refusal) {
        return Reasons.of(Statuses.of(refusal));
    }

    public static Map<String, String> metadataOf(Refusal refusal) {
        return Reasons.info(Statuses.of(refusal)).getMetadataMap();
    }

    public static String sentenceOf(Refusal refusal) {
        return Statuses.of(refusal).getMessage();
    }
}
