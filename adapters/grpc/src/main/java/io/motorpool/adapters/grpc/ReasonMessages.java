package io.motorpool.adapters.grpc;

import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.api.reservation.v1.Reason;
import io.motorpool.api.reservation.v1.ReasonCode;

/** Why somebody acts for somebody else, whatever it is that they do. */
public final class ReasonMessages {

    private ReasonMessages() {}

    public static Field<io.motorpool.domain.reservation.Reason> read(Input in, boolean said, Reason reason) {
        if (!said) {
            return in.absent();
        }
        Field<io.motorpool.domain.reservation.Reason.ReasonCode> why =
                in.required("reason.code", true, reason.getCode(), ReasonMessages::code);
        return in.made("reason.note", () -> new io.motorpool.domain.reservation.Reason(why.get(), reason.getNote()));
    }

    private static io.motorpool.domain.reservation.Reason.ReasonCode code(ReasonCode code) {
        return switch (code) {
            case REASON_CODE_DRIVER_REQUEST -> io.motorpool.domain.reservation.Reason.ReasonCode.DRIVER_REQUEST;
            case REASON_CODE_DRIVER_UNREACHABLE -> io.motorpool.domain.reservation.Reason.ReasonCode.DRIVER_UNREACHABLE;
            case REASON_CODE_VEHICLE_DEFECT -> io.motorpool.domain.reservation.Reason.ReasonCode.VEHICLE_DEFECT;
            case REASON_CODE_ACCIDENT -> io.motorpool.domain.reservation.Reason.ReasonCode.ACCIDENT;
            case REASON_CODE_LATE_RETURN -> io.motorpool.domain.reservation.Reason.ReasonCode.LATE_RETURN;
            case REASON_CODE_MAINTENANCE -> io.motorpool.domain.reservation.Reason.ReasonCode.MAINTENANCE;
            case REASON_CODE_OPERATIONS -> io.motorpool.domain.reservation.Reason.ReasonCode.OPERATIONS;
            case REASON_CODE_DATA_CORRECTION -> io.motorpool.domain.reservation.Reason.ReasonCode.DATA_CORRECTION;
            case REASON_CODE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("must be a code that this server knows");
        };
    }
}
