package io.motorpool.domain.access;

import static io.motorpool.domain.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** The one table of role × permission. What is not listed is denied. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** Exactly what the role may do. */
    public static Set<Permission> of(Role role) {
        return switch (role) {
            case MEMBER -> EnumSet.of(READ_COMPANY, READ_FLEET, RESERVE, USE_KEYS);
            case COMPANY_ADMIN ->
                EnumSet.of(
                        READ_COMPANY,
                        READ_MEMBERS,
                        MANAGE_MEMBERS,
                        READ_FLEET,
                        RESERVE,
                        RESERVE_FOR_OTHERS,
                        READ_ALL_RESERVATIONS,
                        READ_AUDIT,
                        READ_ROUTES,
                        USE_KEYS,
                        MANAGE_CARDS,
                        READ_PAYMENTS,
                        READ_LEDGER,
                        READ_DRIVING_LOG,
                        KEEP_DRIVING_LOG);
            case OPERATOR ->
                EnumSet.of(
                        REGISTER_COMPANY,
                        READ_COMPANY,
                        CHANGE_COMPANY,
                        READ_MEMBERS,
                        MANAGE_MEMBERS,
                        READ_FLEET,
                        MANAGE_FLEET,
                        RESERVE_FOR_OTHERS,
                        READ_ALL_RESERVATIONS,
                        SUPPORT_RESERVATIONS,
                        OCCUPY_VEHICLES,
                        READ_AUDIT,
                        RUN_SWEEPS,
                        READ_USERS,
                        MANAGE_USERS,
                        READ_SERVICE_ACCOUNTS,
                        MANAGE_SERVICE_ACCOUNTS,
                        READ_KEYS,
                        ROTATE_KEYS,
                        MANAGE_KEYS,
                        READ_SECURITY,
                        READ_ROUTES,
                        MANAGE_ROUTES,
                        AGREE_RATES,
                        PLAN_RUNS,
                        DISPATCH_VEHICLES,
                        REPORT_RUNS,
                        REGISTER_VEHICLES,
                        CAPTURE_PRICES,
                        READ_SETTLEMENTS,
                        SUPPORT_KEYS,
                        MANAGE_CARDS,
                        READ_PAYMENTS,
                        CHARGE_FEES,
                        READ_LEDGER,
                        READ_DRIVING_LOG,
                        KEEP_DRIVING_LOG,
                        CLOSE_DRIVING_LOG,
                        READ_RECONCILIATION,
                        EXPLAIN_DIFFERENCES,
                        RUN_RECONCILIATION);
            case SUPPORT_AGENT ->
                EnumSet.of(
                        READ_COMPANY,
                        READ_MEMBERS,
                        READ_FLEET,
                        RESERVE_FOR_OTHERS,
                        READ_ALL_RESERVATIONS,
                        SUPPORT_RESERVATIONS,
                        OCCUPY_VEHICLES,
                        READ_AUDIT,
                        READ_USERS,
                        READ_ROUTES,
                        DISPATCH_VEHICLES,
                        REPORT_RUNS,
                        SUPPORT_KEYS,
                        READ_PAYMENTS,
                        CHARGE_FEES);
            case AUDITOR ->
                EnumSet.of(
                        READ_COMPANY,
                        READ_MEMBERS,
                        READ_FLEET,
                        READ_ALL_RESERVATIONS,
                        READ_AUDIT,
                        READ_USERS,
                        READ_SERVICE_ACCOUNTS,
                        READ_KEYS,
                        READ_SECURITY,
                        READ_ROUTES,
                        READ_SETTLEMENTS,
                        READ_PAYMENTS,
                        READ_LEDGER,
                        READ_DRIVING_LOG,
                        READ_RECONCILIATION);
            case SETTLEMENT_CLERK ->
                EnumSet.of(
                        READ_COMPANY,
                        READ_FLEET,
                        READ_AUDIT,
                        READ_ROUTES,
                        AGREE_RATES,
                        CAPTURE_PRICES,
                        READ_SETTLEMENTS,
                        EDIT_SETTLEMENTS,
                        CALCULATE_SETTLEMENTS,
                        READ_LEDGER);
            case SETTLEMENT_APPROVER ->
                EnumSet.of(
                        READ_COMPANY,
                        READ_FLEET,
                        READ_AUDIT,
                        READ_ROUTES,
                        CAPTURE_PRICES,
                        READ_SETTLEMENTS,
                        CALCULATE_SETTLEMENTS,
                        CONFIRM_SETTLEMENTS,
                        POST_SETTLEMENTS,
                        READ_LEDGER);
            case CHAUFFEUR -> EnumSet.of(REPORT_OWN_RUNS);
            case SCHEDULER ->
                EnumSet.of(
                        SUPPORT_RESERVATIONS,
                        RUN_SWEEPS,
                        ROTATE_KEYS,
                        PLAN_RUNS,
                        REGISTER_VEHICLES,
                        CAPTURE_PRICES,
                        POST_SETTLEMENTS,
                        RUN_RECONCILIATION);
        };
    }
}
