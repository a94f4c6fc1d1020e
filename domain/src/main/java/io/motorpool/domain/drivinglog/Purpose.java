package io.motorpool.domain.drivinglog;

/** What somebody drove for. */
public enum Purpose {
    /** From home to work or back (출·퇴근용). */
    COMMUTE,
    /** For the company otherwise (일반 업무용). */
    BUSINESS,
    /** For themselves: driven, but not for the company. */
    PRIVATE;

    public boolean isForTheCompany() {
        return this != PRIVATE;
    }
}
