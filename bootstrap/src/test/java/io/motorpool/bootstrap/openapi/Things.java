package io.motorpool.bootstrap.openapi;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ids that exist, by the collection in which they are found: {@code vehicles}. */
record Things(Map<String, List<UUID>> ids) {

    /** What members of bodies and parameters of queries call the things of a collection. */
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("about", "users"),
            Map.entry("company", "companies"),
            Map.entry("companies", "companies"),
            Map.entry("vehicle", "vehicles"),
            Map.entry("zone", "zones"),
            Map.entry("with", "reservations"),
            Map.entry("driver", "users"),
            Map.entry("user", "users"),
            Map.entry("chauffeur", "users"),
            Map.entry("subject", "reservations"),
            Map.entry("recipient", "users"),
            Map.entry("member", "users"),
            Map.entry("card", "cards"),
            Map.entry("payment", "payments"));

    Things {
        ids = Map.copyOf(ids);
    }

    UUID one(String collection) {
        return all(collection).getFirst();
    }

    List<UUID> all(String collection) {
        List<UUID> found = ids.get(collection);
        if (found == null) {
            throw new AssertionError("nobody made any " + collection + " for this test; please do");
        }
        return found;
    }

    /** Where the things are found that a member or a parameter of this name refers to. */
    static String collectionOf(String name) {
        String collection = COLLECTIONS.get(name);
        if (collection == null) {
            throw new AssertionError("say in Things what '" + name + "' refers to");
        }
        return collection;
    }
}
