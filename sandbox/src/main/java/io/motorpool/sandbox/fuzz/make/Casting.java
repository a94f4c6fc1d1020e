package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, as far as it is needed to get sensible requests accepted. An operation that is not named here is read
 * by everybody or changed by the operator; if that is wrong, nobody's request is accepted and the report says so.
 */
final class Casting {

    /** Somebody who has really signed in. */
    static final String GUEST = "guest";

    /** Somebody without a token. */
    static final String ANYBODY = "anybody";

    private static final Set<String> ABOUT_ONESELF =
            Set.of("getMyself", "listMySessions", "signOutEverywhere", "changePassword", "endSession");

    private static final Set<String> OF_THE_DIVISION = Set.of(
            "getKeyRing",
            "listUsers",
            "getUser",
            "listSessions",
            "listSecurityTrail",
            "listServiceAccounts",
            "getServiceAccount",
            "listVehicleRegistrations",
            "getReconciliationReport",
            "getReconciliationGate",
            "getLegacyVerdict",
            "getShortestHistory",
            "getRegressionTest",
            "listUndecodableMessages",
            "listDifferenceRules");

    private static final List<String> SUPPORT = List.of("support", "operator");
    private static final List<String> DRIVERS = List.of("driver", "driver", "admin");
    private static final List<String> MEMBERS_KEEPERS = List.of("admin", "operator");
    private static final List<String> READERS = List.of("admin", "driver", "operator", "support", "auditor");

    private static final Map<String, List<String>> CHANGES = Map.ofEntries(
            Map.entry("enrolMember", MEMBERS_KEEPERS),
            Map.entry("changeMember", MEMBERS_KEEPERS),
            Map.entry("retireMember", MEMBERS_KEEPERS),
            Map.entry("reserveVehicle", DRIVERS),
            Map.entry("rescheduleReservation", DRIVERS),
            Map.entry("changeVehicle", DRIVERS),
            Map.entry("cancelReservation", DRIVERS),
            Map.entry("startReservation", List.of("driver")),
            Map.entry("returnVehicle", List.of("driver")),
            Map.entry("occupyVehicle", SUPPORT),
            Map.entry("releaseVehicle", SUPPORT),
            Map.entry("swapVehicles", SUPPORT),
            Map.entry("forceReturn", SUPPORT),
            Map.entry("markNoShow", SUPPORT),
            Map.entry("recordLateReturn", SUPPORT),
            Map.entry("annotateReservation", SUPPORT));

    private static final Set<String> NOT_FOR_DRIVERS = Set.of(
            "listCompanies",
            "listMembers",
            "getMember",
            "listAudit",
            "listRoutes",
            "getRoute",
            "listRates",
            "listSlots",
            "getSlot",
            "listVehicleContracts",
            "getVehicleContract",
            "listRuns",
            "getRun",
            "getPriceDrift",
            "listUnpricedRuns");

    private Casting() {}

    static List<String> of(Operation operation) {
        if (operation.open()) {
            return List.of(ANYBODY);
        }
        if (ABOUT_ONESELF.contains(operation.id())) {
            return List.of(GUEST);
        }
        if (OF_THE_DIVISION.contains(operation.id())) {
            return List.of("operator");
        }
        if (operation.id().equals("listMyRuns")) {
            return List.of("chauffeur");
        }
        if (operation.id().equals("listNotes")) {
            return SUPPORT;
        }
        if (operation.method().equals("GET")) {
            return NOT_FOR_DRIVERS.contains(operation.id()) ? List.of("admin", "operator", "auditor") : READERS;
        }
        return CHANGES.getOrDefault(operation.id(), List.of("operator"));
    }
}
