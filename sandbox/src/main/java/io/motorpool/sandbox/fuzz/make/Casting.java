package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, learned by asking: whoever was heard asks again, and now and then somebody else tries. An operation
 * that nobody is heard with is found in the report.
 */
final class Casting {

    /** Somebody who has really signed in. */
    static final String GUEST = "guest";

    /** Somebody without a token. */
    static final String ANYBODY = "anybody";

    private static final Set<String> ABOUT_ONESELF =
            Set.of("getMyself", "listMySessions", "signOutEverywhere", "changePassword", "endSession");

    private static final List<String> EVERYBODY =
            List.of("admin", "driver", "operator", "support", "auditor", "clerk", "approver", "chauffeur");

    /** By whom an operation or the last word of its path is likely to be heard; most things are looked after by the operator. */
    private static final Map<String, String> LIKELY = Map.ofEntries(
            Map.entry("reservations", "driver"),
            Map.entry("period", "driver"),
            Map.entry("start", "driver"),
            Map.entry("hand-overs", "driver"),
            Map.entry("acceptKey", "driver"),
            Map.entry("declineKey", "driver"),
            Map.entry("withdrawKey", "driver"),
            Map.entry("recallKey", "support"),
            Map.entry("removeCompanyCard", "admin"),
            Map.entry("insertTrip", "admin"),
            Map.entry("stateTripPurpose", "driver"),
            Map.entry("return", "driver"),
            Map.entry("workbook", "clerk"),
            Map.entry("workbook-import", "clerk"),
            Map.entry("lines", "clerk"),
            Map.entry("calculation", "clerk"),
            Map.entry("reissue", "clerk"),
            Map.entry("erp-account", "clerk"),
            Map.entry("settlement-jobs", "approver"),
            Map.entry("confirmation", "approver"),
            Map.entry("reversal", "approver"),
            Map.entry("posting", "approver"));

    private final Dice dice;
    private final Map<String, Set<String>> heard = new HashMap<>();

    Casting(Dice dice) {
        this.dice = dice;
    }

    static boolean isForGuests(Operation operation) {
        return ABOUT_ONESELF.contains(operation.id());
    }

    String pick(Operation operation) {
        if (operation.open()) {
            return ANYBODY;
        }
        if (isForGuests(operation)) {
            return GUEST;
        }
        List<String> known = List.copyOf(heard.getOrDefault(operation.id(), Set.of()));
        if (known.isEmpty()) {
            return dice.percent(60) ? likely(operation) : dice.pick(EVERYBODY);
        }
        return dice.percent(95) ? dice.pick(known) : dice.pick(EVERYBODY);
    }

    private static String likely(Operation operation) {
        return LIKELY.getOrDefault(operation.id(), LIKELY.getOrDefault(operation.lastWord(), "operator"));
    }

    void wasHeard(Operation operation, String part) {
        heard.computeIfAbsent(operation.id(), _ -> new TreeSet<>()).add(part);
    }
}
