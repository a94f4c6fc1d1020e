package io.motorpool.sandbox.drill.load;

/** A step of a reservation's life, with the two traces that it has to leave. */
public enum Step {
    RESERVED("reserve-vehicle", "vehicle-reserved"),
    RESCHEDULED("reschedule-reservation", "reservation-rescheduled"),
    CANCELLED("cancel-reservation", "reservation-cancelled"),
    STARTED("start-reservation", "reservation-started"),
    RECORDED_LATE("record-late-return", "return-overdue"),
    PUT_AT_RISK("record-late-return", "reservation-at-risk"),
    DID_NOT_SHOW("mark-no-show", "driver-did-not-show");

    private final String action;
    private final String fact;

    Step(String action, String fact) {
        this.action = action;
        this.fact = fact;
    }

    /** Its name in the audit trail. */
    public String action() {
        return action;
    }

    /** The type of its CloudEvent. */
    public String eventType() {
        return "io.motorpool.reservation." + fact + ".v1";
    }
}
