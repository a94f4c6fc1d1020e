package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Legacy histories in memory. */
public final class InMemoryLegacyHistories implements LegacyHistories {

    /** @param since when something new was heard last */
    private record Due(long mark, Instant since, Position earliest) {}

    private final Map<LegacyNumber, TreeMap<Position, ChangeEvent>> events = new HashMap<>();
    private final Map<LegacyNumber, Set<UUID>> touched = new HashMap<>();
    private final Map<LegacyNumber, Due> due = new HashMap<>();
    private final List<Instant> heardAt = new ArrayList<>();
    private long marks;

    @Override
    public Uni<Integer> hear(List<ChangeEvent> heard, Instant now) {
        return Uni.createFrom().item(() -> hearNow(heard, now));
    }

    private synchronized int hearNow(List<ChangeEvent> heard, Instant now) {
        List<ChangeEvent> fresh = heard.stream().filter(this::isNew).toList();
        for (ChangeEvent event : fresh) {
            heardAt.add(now);
            touched.computeIfAbsent(event.number(), _ -> new HashSet<>())
                    .addAll(concerned(event).toList());
        }
        for (ChangeEvent event : fresh) {
            await(event.number(), now, event.position());
            neighbours(event.number())
                    .filter(other -> event.position().isBefore(lastOf(other)))
                    .forEach(other -> await(other, now, history(other).higherKey(event.position())));
        }
        return fresh.size();
    }

    private boolean isNew(ChangeEvent event) {
        return events.computeIfAbsent(event.number(), _ -> new TreeMap<>()).putIfAbsent(event.position(), event)
                == null;
    }

    private void await(LegacyNumber number, Instant now, Position position) {
        marks++;
        due.merge(
                number,
                new Due(marks, now, position),
                (old, fresh) -> new Due(
                        fresh.mark(),
                        now.isAfter(old.since()) ? now : old.since(),
                        position.isBefore(old.earliest()) ? position : old.earliest()));
    }

    private Position lastOf(LegacyNumber number) {
        return history(number).lastKey();
    }

    private TreeMap<Position, ChangeEvent> history(LegacyNumber number) {
        return events.getOrDefault(number, new TreeMap<>());
    }

    private static Stream<UUID> concerned(ChangeEvent event) {
        return row(event)
                .flatMap(row -> Stream.of(row.vehicle().value(), row.driver().value()));
    }

    private static Stream<LegacyRow> row(ChangeEvent event) {
        Optional<Image> image =
                switch (event.change()) {
                    case Created(var after) -> Optional.of(after);
                    case Updated(var after) -> Optional.of(after);
                    case Read(var after) -> Optional.of(after);
                    case Deleted _ -> Optional.empty();
                };
        return image.stream().filter(Image.Readable.class::isInstance).map(it -> ((Image.Readable) it).row());
    }

    private Stream<LegacyNumber> neighbours(LegacyNumber number) {
        Set<UUID> own = touched.getOrDefault(number, Set.of());
        return touched.entrySet().stream()
                .filter(other -> !other.getKey().equals(number))
                .filter(other -> other.getValue().stream().anyMatch(own::contains))
                .map(Map.Entry::getKey);
    }

    @Override
    public Uni<List<Waiting>> quiet(Instant since, int limit) {
        return Uni.createFrom().item(() -> waitingNow(limit, it -> !it.since().isAfter(since)));
    }

    @Override
    public Uni<List<Waiting>> upTo(Position watermark, int limit) {
        return Uni.createFrom().item(() -> waitingNow(limit, it -> !watermark.isBefore(it.earliest())));
    }

    @Override
    public Uni<Boolean> waits(Position watermark) {
        return Uni.createFrom()
                .item(() ->
                        !waitingNow(1, it -> !watermark.isBefore(it.earliest())).isEmpty());
    }

    private synchronized List<Waiting> waitingNow(int limit, Predicate<Due> wanted) {
        List<Map.Entry<LegacyNumber, Due>> longest = due.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .sorted(Comparator.comparing((Map.Entry<LegacyNumber, Due> entry) ->
                                entry.getValue().since())
                        .thenComparing(entry -> entry.getKey().value()))
                .toList();
        Set<UUID> vehicles = longest.stream()
                .limit(LegacyHistories.few(limit))
                .flatMap(entry -> vehicles(entry.getKey()))
                .collect(Collectors.toSet());
        Predicate<Map.Entry<LegacyNumber, Due>> together =
                entry -> vehicles(entry.getKey()).anyMatch(vehicles::contains);
        return Stream.concat(longest.stream().filter(together), longest.stream().filter(together.negate()))
                .limit(limit)
                .map(entry -> new Waiting(entry.getKey(), entry.getValue().mark()))
                .toList();
    }

    private Stream<UUID> vehicles(LegacyNumber number) {
        return history(number).values().stream()
                .flatMap(InMemoryLegacyHistories::row)
                .map(row -> row.vehicle().value());
    }

    @Override
    public Uni<List<ChangeEvent>> around(Collection<LegacyNumber> numbers) {
        return Uni.createFrom().item(() -> aroundNow(numbers));
    }

    private synchronized List<ChangeEvent> aroundNow(Collection<LegacyNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.concat(Stream.of(number), neighbours(number)))
                .distinct()
                .flatMap(each -> history(each).values().stream())
                .toList();
    }

    @Override
    public Uni<Set<LegacyNumber>> settle(List<Waiting> waiting) {
        return Uni.createFrom()
                .item(() -> waiting.stream()
                        .filter(this::settleNow)
                        .map(Waiting::number)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private synchronized boolean settleNow(Waiting waiting) {
        Due now = due.get(waiting.number());
        boolean same = now != null && now.mark() == waiting.mark();
        if (same) {
            due.remove(waiting.number());
        }
        return same;
    }

    @Override
    public Uni<Long> reopen(Position from, Instant now) {
        return Uni.createFrom().item(() -> reopenNow(from, now));
    }

    private synchronized long reopenNow(Position from, Instant now) {
        List<LegacyNumber> changed = events.entrySet().stream()
                .filter(entry -> !entry.getValue().lastKey().isBefore(from))
                .map(Map.Entry::getKey)
                .toList();
        changed.forEach(number -> await(number, now, from));
        return changed.size();
    }

    @Override
    public Uni<Heard> heard(Instant since) {
        return Uni.createFrom().item(() -> heardNow(since));
    }

    private synchronized Heard heardNow(Instant since) {
        return new Heard(
                heardAt.stream().min(Comparator.naturalOrder()),
                heardAt.stream().filter(at -> !at.isBefore(since)).count(),
                due.size());
    }
}
