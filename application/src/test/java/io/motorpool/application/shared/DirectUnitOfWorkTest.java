package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

class DirectUnitOfWorkTest implements UnitOfWorkContract, InMemoryContract {

    private final UnitOfWork unitOfWork = new DirectUnitOfWork();
    private final Set<UUID> marks = ConcurrentHashMap.newKeySet();

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Uni<Void> write(UUID mark) {
        return Uni.createFrom().voidItem().invoke(() -> {
            marks.add(mark);
            DirectUnitOfWork.atEnd(succeeded -> {
                if (!succeeded) {
                    marks.remove(mark);
                }
            });
        });
    }

    @Override
    public Uni<Set<UUID>> written(Set<UUID> wanted) {
        return Uni.createFrom()
                .item(() -> marks.stream().filter(wanted::contains).collect(Collectors.toSet()));
    }
}
