package io.motorpool.adapters.keys.verification;

import io.motorpool.application.identity.CutOffList;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.IssuedToken;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cut-off list by whom its entries are about, so that asking on every request does not walk through it. */
public final class CutOffIndex {

    private record Index(List<CutOff> of, Map<Object, List<CutOff>> entries) {}

    private final CutOffList list;
    private volatile Index index = new Index(List.of(), Map.of());

    public CutOffIndex(CutOffList list) {
        this.list = list;
    }

    /**
     * Fails as the list does when nobody can tell what is on it. Nearly always the list is young enough, and then there is
     * nothing to wait for: each step of a pipeline would cost more than the look.
     */
    public Uni<Boolean> refuses(IssuedToken token) {
        Optional<List<CutOff>> young = list.ifYoung();
        return young.isPresent()
                ? Uni.createFrom().item(refuses(indexed(young.get()), token))
                : list.upToDate().map(entries -> refuses(indexed(entries), token));
    }

    private static boolean refuses(Map<Object, List<CutOff>> entries, IssuedToken token) {
        return !entries.isEmpty()
                && (refuses(entries, token.subject(), token)
                        || refuses(entries, token.key(), token)
                        || (token.session() != null && refuses(entries, token.session(), token)));
    }

    private static boolean refuses(Map<Object, List<CutOff>> entries, Object about, IssuedToken token) {
        return entries.getOrDefault(about, List.of()).stream().anyMatch(entry -> entry.refuses(token));
    }

    @SuppressWarnings("ReferenceEquality") // asking on every request must not compare two lists
    private Map<Object, List<CutOff>> indexed(List<CutOff> now) {
        Index known = index;
        if (known.of() == now) {
            return known.entries();
        }
        Index made = new Index(now, now.stream().collect(Collectors.groupingBy(entry -> about(entry.target()))));
        index = made;
        return made.entries();
    }

    private static Object about(CutOff.Target target) {
        return switch (target) {
            case CutOff.Target.OfUser(var user, var _) -> user;
            case CutOff.Target.OfSession(var session) -> session;
            case CutOff.Target.OfKey(var key) -> key;
        };
    }
}
