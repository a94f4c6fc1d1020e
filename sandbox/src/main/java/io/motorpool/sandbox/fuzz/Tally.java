package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each operation was asked, and what it answered. */
final class Tally {

    /** What nobody can come to by asking here, and why. */
    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "getLegacyVerdict", "no legacy system tells of itself here",
            "getRegressionTest", "no legacy system tells of itself here",
            "retryVehicleRegistration", "this SAP rejects no vehicle",
            "retryPayment", "this gateway declines nothing",
            "postSettlement", "what is confirmed is on its way to SAP before anybody can ask for it",
            "explainRun", "no dice drive, price and settle the same run");

    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    private int requests;

    synchronized void count(String operation, int status) {
        requests++;
        int _ = answers.computeIfAbsent(operation, _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    synchronized int requests() {
        return requests;
    }

    /** One that nobody ever got an accepted answer from was not tested at all. */
    synchronized List<String> neverAccepted(Contract contract) {
        return contract.operations().stream()
                .filter(operation -> accepted(operation.id()) == 0 && !OUT_OF_REACH.containsKey(operation.id()))
                .map(operation -> "%s was never accepted (%s)".formatted(operation, statuses(operation.id())))
                .toList();
    }

    synchronized String table(Contract contract) {
        List<String> lines = new ArrayList<>();
        lines.add("%-24s %9s %5s  %s".formatted("operation", "requests", "2xx", "answers"));
        for (Operation operation : contract.operations()) {
            lines.add(line(operation.id()));
        }
        answers.keySet().stream()
                .filter(name -> contract.operation(name).isEmpty())
                .forEach(name -> lines.add(line(name)));
        return String.join("\n", lines);
    }

    private String line(String operation) {
        int all = total(operation);
        int share = all == 0 ? 0 : Math.round(100f * accepted(operation) / all);
        return "%-24s %,9d %4d%%  %s".formatted(operation, all, share, statuses(operation));
    }

    private int total(String operation) {
        return of(operation).values().stream().mapToInt(Integer::intValue).sum();
    }

    private int accepted(String operation) {
        return of(operation).entrySet().stream()
                .filter(each -> each.getKey() >= 200 && each.getKey() < 300)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private String statuses(String operation) {
        return of(operation).entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private Map<Integer, Integer> of(String operation) {
        return answers.getOrDefault(operation, Map.of());
    }
}
