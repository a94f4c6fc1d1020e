package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.Text;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Why somebody acted for somebody else.
 *
 * @param note 1 to 500 characters; what the code does not say
 */
public record Reason(Code code, String note) {

    public static final int LONGEST_NOTE = 500;

    public Reason {
        Text.check("a note", note, LONGEST_NOTE);
    }

    /** One of the codes that support statistics are made of. */
    public sealed interface Code {

        String name();

        /** The one that stands on record under this name. */
        static Code named(String name) {
            return Stream.<Code>concat(Arrays.stream(ReasonCode.values()), Arrays.stream(TimerCode.values()))
                    .filter(code -> code.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such reason: " + name));
        }
    }

    /** What people say. */
    public enum ReasonCode implements Code {
        DRIVER_REQUEST,
        DRIVER_UNREACHABLE,
        VEHICLE_DEFECT,
        ACCIDENT,
        LATE_RETURN,
        MAINTENANCE,
        OPERATIONS,
        DATA_CORRECTION
    }

    /** What timers say, so that nobody takes their doings for a person's. */
    public enum TimerCode implements Code {
        TIMER
    }
}
