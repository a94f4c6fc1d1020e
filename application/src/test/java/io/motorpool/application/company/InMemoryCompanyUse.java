package io.motorpool.application.company;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What rests on companies, as the test says. */
public final class InMemoryCompanyUse implements CompanyUse {

    private record Waiting(CompanyId company, UserId driver) {}

    private final List<Waiting> reservations = new CopyOnWriteArrayList<>();
    private final List<CompanyId> vehicles = new CopyOnWriteArrayList<>();

    public void reserve(CompanyId company, UserId driver) {
        reservations.add(new Waiting(company, driver));
    }

    public void addVehicle(CompanyId company) {
        vehicles.add(company);
    }

    @Override
    public Uni<OfCompany> of(CompanyId company) {
        return Uni.createFrom()
                .item(() -> new OfCompany(
                        reservations.stream()
                                .filter(waiting -> waiting.company().equals(company))
                                .count(),
                        vehicles.stream().filter(company::equals).count()));
    }

    @Override
    public Uni<Long> activeReservations(CompanyId company, UserId driver) {
        return Uni.createFrom()
                .item(() -> reservations.stream()
                        .filter(new Waiting(company, driver)::equals)
                        .count());
    }
}
