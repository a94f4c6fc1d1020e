package io.motorpool.domain.reconciliation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who shared a vehicle or a driver with whom, at any time: nobody else can have been in the way. */
final class Neighbourhoods {

    private static final Comparator<LegacyNumber> BY_VALUE = Comparator.comparing(LegacyNumber::value);

    private final Map<LegacyNumber, History> histories;
    private final Map<Object, Set<LegacyNumber>> sharing = new HashMap<>();

    private Neighbourhoods(Map<LegacyNumber, History> histories) {
        this.histories = histories;
        histories
                .values()
                .forEach(history -> shared(history)
                        .forEach(it -> sharing.computeIfAbsent(it, _ -> new TreeSet<>(BY_VALUE))
                                .add(history.number())));
    }

    static Neighbourhoods of(Collection<ChangeEvent> events) {
        Map<LegacyNumber, History> histories = new HashMap<>();
        events.stream()
                .collect(Collectors.groupingBy(ChangeEvent::number))
                .forEach((number, its) -> histories.put(number, History.of(number, its)));
        return new Neighbourhoods(histories);
    }

    Optional<History> of(LegacyNumber number) {
        return Optional.ofNullable(histories.get(number));
    }

    /** Its own history and those around it. */
    Map<LegacyNumber, History> around(History own) {
        Map<LegacyNumber, History> around = new TreeMap<>(BY_VALUE);
        around.put(own.number(), own);
        shared(own)
                .flatMap(it -> sharing.getOrDefault(it, Set.of()).stream())
                .forEach(number -> of(number).ifPresent(history -> around.put(number, history)));
        return around;
    }

    private static Stream<Object> shared(History history) {
        return history.events().stream()
                .flatMap(event -> History.image(event).stream())
                .filter(Image.Readable.class::isInstance)
                .map(image -> ((Image.Readable) image).row())
                .flatMap(row -> Stream.<Object>of(row.vehicle(), row.driver()))
                .distinct();
    }
}
