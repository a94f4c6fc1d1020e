package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.Text;

/**
 * Why somebody acted for somebody else.
 *
 * @param note 1 to 500 characters; what the code does not say
 */
public record Reason(ReasonCode code, String note) {

    public static final int LONGEST_NOTE = 500;

    public Reason {
        Text.check("a note", note, LONGEST_NOTE);
    }

    /** The codes that support statistics are made of. */
    public enum ReasonCode {
        DRIVER_REQUEST,
        DRIVER_UNREACHABLE,
        VEHICLE_DEFECT,
        ACCIDENT,
        LATE_RETURN,
        MAINTENANCE,
        OPERATIONS,
        DATA_CORRECTION,
        TIMER
    }
}
