package io.motorpool.domain.access;

/** One thing a caller may be allowed to do. Every use case asks for exactly one of these. */
public enum Permission {
    REGISTER_COMPANY,
    READ_COMPANY,
    CHANGE_COMPANY,
    READ_MEMBERS,
    MANAGE_MEMBERS,
    READ_FLEET,
    MANAGE_FLEET,
    /** Reserve for oneself and look after one's own reservations. */
    RESERVE,
    /** Do the same for a colleague, with a reason. */
    RESERVE_FOR_OTHERS,
    /** Read every reservation of the company, not just one's own. */
    READ_ALL_RESERVATIONS,
    /** Step in: force a return, swap vehicles, mark a no-show. Always with a reason. */
    SUPPORT_RESERVATIONS,
    /** Take a vehicle out of use for a time and give it back. */
    OCCUPY_VEHICLES,
    READ_AUDIT,
    /** Run by hand what a timer otherwise runs. */
    RUN_SWEEPS,
    /** See who can sign in, and from which devices they do. */
    READ_USERS,
    /** Invite the division's people, give and take their roles, stop users and let them in again. */
    MANAGE_USERS,
    READ_SERVICE_ACCOUNTS,
    /** Register services and their keys, stop them and let them in again. */
    MANAGE_SERVICE_ACCOUNTS,
    READ_KEYS,
    /** Let the issuer's keys take the next step of their schedule. */
    ROTATE_KEYS,
    /** Rotate at once, or take a stolen key out of trust. */
    MANAGE_KEYS,
    /** Read the record of sign-ins, refusals and everything else that security asks about. */
    READ_SECURITY,
    /** See what is driven for a company, by which vehicle. */
    READ_ROUTES,
    /** Open and close routes, slots and timetables. */
    MANAGE_ROUTES,
    /** Agree what a run costs. */
    AGREE_RATES,
    /** Make the runs that the timetables ask for. */
    PLAN_RUNS,
    /** Dispatch vehicles and put others in their place. */
    DISPATCH_VEHICLES,
    /** Say of any run what became of it. */
    REPORT_RUNS,
    /** Say it of the runs one drives oneself. */
    REPORT_OWN_RUNS,
    /** Bring vehicles that are dispatched into the ERP's register. */
    REGISTER_VEHICLES,
    /** Copy the prices of completed runs. */
    CAPTURE_PRICES,
    READ_SETTLEMENTS,
    /** Change what a company owes beside its runs. */
    EDIT_SETTLEMENTS,
    CALCULATE_SETTLEMENTS,
    /** Confirm, reverse, issue again: what a company is billed by. */
    CONFIRM_SETTLEMENTS,
    /** Bring what is confirmed into the ERP. */
    POST_SETTLEMENTS,
    /** Operate the vehicle whose key one holds, offer that key, take over a colleague's. */
    USE_KEYS,
    /** Call hand-overs back, and operate any vehicle for its driver's sake or for safety's. */
    SUPPORT_KEYS,
    /** Put cards on file for a company and its members. */
    MANAGE_CARDS,
    /** See what a reservation costs and what became of it, whoever pays. */
    READ_PAYMENTS,
    /** Charge for what a reservation costs besides its time, and try again what was declined. */
    CHARGE_FEES,
    /** See what a company that is billed later owes. */
    READ_LEDGER,
    READ_DRIVING_LOG,
    /** Say what the log does not know: readings, purposes, forgotten trips, what is in. Always with a reason. */
    KEEP_DRIVING_LOG,
    /** Close a tax period: its sheets are what is handed in. */
    CLOSE_DRIVING_LOG,
    READ_RECONCILIATION,
    /** Answer for a difference from the legacy system, for a while. */
    EXPLAIN_DIFFERENCES,
    /** Hear what the legacy system changed, and compare it. */
    RUN_RECONCILIATION
}
