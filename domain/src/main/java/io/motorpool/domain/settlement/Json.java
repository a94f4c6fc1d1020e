package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of JSON that a snapshot is made of: text, whole numbers, truth values, lists and objects. There are no fractions
 * and no nulls: money has neither, and what is absent is left out.
 */
public sealed interface Json {

    /** Kept as it is: no Unicode normalisation, so that what was shown is what is frozen. */
    record Text(String value) implements Json {}

    /** Within the numbers that every reader keeps exactly. */
    record Whole(long value) implements Json {
        public Whole {
            if (value > Money.LARGEST_WON || value < -Money.LARGEST_WON) {
                throw new IllegalArgumentException("%d is more than every reader keeps exactly".formatted(value));
            }
        }
    }

    record Truth(boolean value) implements Json {}

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** In the order of the UTF-16 code units of its names, which is how Java compares strings (RFC 8785). */
    record Object(Map<String, Json> members) implements Json {
        public Object {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        /** The object without a member, wherever it stands in it. */
        Object without(String name) {
            Map<String, Json> kept = new TreeMap<>();
            members.forEach((member, value) -> {
                if (!member.equals(name)) {
                    kept.put(member, stripped(value, name));
                }
            });
            return new Object(kept);
        }

        private static Json stripped(Json value, String name) {
            return switch (value) {
                case Object object -> object.without(name);
                case Array(var items) ->
                    new Array(items.stream().map(item -> stripped(item, name)).toList());
                case Text _, Whole _, Truth _ -> value;
            };
        }
    }
}
