package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.drill.check.PublishedFacts.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was committed against what was published: every committed fact at least once, nothing else, and the facts about
 * one subject in the order in which they were committed, for a subscriber who remembers the ids that it has had.
 */
public final class Deliveries {

    private final List<Fact> committed;
    private final List<Published> published;

    public Deliveries(List<Fact> committed, List<Published> published) {
        this.committed = List.copyOf(committed);
        this.published = List.copyOf(published);
    }

    public List<Fact> committed() {
        return committed;
    }

    /** How many deliveries were not the first of their fact. */
    public long repeated() {
        return published.size()
                - published.stream().map(one -> one.fact().id()).distinct().count();
    }

    public Findings compare() {
        Findings findings = new Findings();
        Set<UUID> expected = new HashSet<>();
        committed.forEach(fact -> expected.add(fact.id()));
        Set<UUID> arrived = new HashSet<>();
        published.forEach(one -> arrived.add(one.fact().id()));
        committed.stream()
                .filter(fact -> !arrived.contains(fact.id()))
                .forEach(fact -> findings.add("every committed fact is published", "lost: " + fact));
        published.stream()
                .filter(one -> !expected.contains(one.fact().id()))
                .forEach(one -> findings.add("only committed facts are published", "never committed: " + one));
        published.stream()
                .filter(one -> !one.key().equals(one.fact().subject().toString()))
                .forEach(one -> findings.add("the key is the subject", one.toString()));
        compareOrder(findings);
        return findings;
    }

    /** Facts about one subject, as far as they go through one topic: between two there is no order. */
    private record Strand(UUID subject, String context) {

        static Strand of(Fact fact) {
            return new Strand(fact.subject(), fact.context());
        }
    }

    private void compareOrder(Findings findings) {
        Map<Strand, List<UUID>> told = new HashMap<>();
        committed.forEach(fact -> append(told, fact));
        Map<Strand, List<UUID>> heard = new LinkedHashMap<>();
        Set<UUID> had = new HashSet<>();
        Map<Strand, Integer> homes = new HashMap<>();
        for (Published one : published) {
            Integer home = homes.putIfAbsent(Strand.of(one.fact()), one.partition());
            if (home != null && home != one.partition()) {
                findings.add("facts about one subject share a partition", one.toString());
            }
            if (had.add(one.fact().id())) {
                append(heard, one.fact());
            }
        }
        heard.forEach((strand, ids) -> {
            List<UUID> inOrder = new ArrayList<>(told.getOrDefault(strand, List.of()));
            inOrder.retainAll(new HashSet<>(ids));
            List<UUID> known = new ArrayList<>(ids);
            known.retainAll(new HashSet<>(inOrder));
            findings.unless(
                    inOrder.equals(known),
                    "facts about one subject come in order",
                    "out of order: " + strand.subject());
        });
    }

    private static void append(Map<Strand, List<UUID>> lists, Fact fact) {
        lists.computeIfAbsent(Strand.of(fact), _ -> new ArrayList<>()).add(fact.id());
    }
}
