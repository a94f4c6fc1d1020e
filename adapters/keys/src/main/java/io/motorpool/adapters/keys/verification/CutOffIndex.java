package io.motorpool.adapters.keys.verification;

import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.IssuedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds what is on the cut-off list about a token without reading the list for each. */
final class CutOffIndex {

    private record Index(List<CutOff> of, Map<Object, List<CutOff>> entries) {}

    private final Supplier<List<CutOff>> list;
    private volatile Index index = new Index(List.of(), Map.of());

    /** @param list answers the very same list for as long as nothing changes */
    CutOffIndex(Supplier<List<CutOff>> list) {
        this.list = list;
    }

    boolean refuses(IssuedToken token) {
        Map<Object, List<CutOff>> entries = current().entries();
        return !entries.isEmpty()
                && (refuses(entries, token.subject(), token)
                        || refuses(entries, token.key(), token)
                        || (token.session() != null && refuses(entries, token.session(), token)));
    }

    private static boolean refuses(Map<Object, List<CutOff>> entries, Object about, IssuedToken token) {
        return entries.getOrDefault(about, List.of()).stream().anyMatch(entry -> entry.refuses(token));
    }

    @SuppressWarnings("ReferenceEquality") // asking on every request must not compare two lists
    private Index current() {
        List<CutOff> now = list.get();
        Index known = index;
        if (known.of() == now) {
            return known;
        }
        Index made = new Index(now, entries(now));
        index = made;
        return made;
    }

    private static Map<Object, List<CutOff>> entries(List<CutOff> list) {
        Map<Object, List<CutOff>> entries = new HashMap<>();
        list.forEach(entry -> entries.computeIfAbsent(about(entry.target()), _ -> new ArrayList<>())
                .add(entry));
        return entries;
    }

    private static Object about(CutOff.Target target) {
        return switch (target) {
            case CutOff.Target.OfUser(var user, var _) -> user;
            case CutOff.Target.OfSession(var session) -> session;
            case CutOff.Target.OfKey(var key) -> key;
        };
    }
}
