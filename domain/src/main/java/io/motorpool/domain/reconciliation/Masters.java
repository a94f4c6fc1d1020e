package io.motorpool.domain.reconciliation;

import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The companies, vehicles and members that the rules ask about, as Motorpool knows them now. */
public record Masters(
        Map<CompanyId, Company> companies, Map<VehicleId, Vehicle> vehicles, Map<Membership, Member> members) {

    public Masters {
        companies = Map.copyOf(companies);
        vehicles = Map.copyOf(vehicles);
        members = Map.copyOf(members);
    }

    /** Who drives for whom. */
    public record Membership(CompanyId company, UserId user) {}

    public static Masters of(List<Company> companies, List<Vehicle> vehicles, List<Member> members) {
        return new Masters(
                by(companies, Company::id),
                by(vehicles, Vehicle::id),
                by(members, member -> new Membership(member.company(), member.user())));
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    Optional<Verdict.Missing> missing(LegacyRow row) {
        if (!companies.containsKey(row.company())) {
            return Optional.of(Verdict.Missing.COMPANY);
        }
        return vehicles.containsKey(row.vehicle()) ? Optional.empty() : Optional.of(Verdict.Missing.VEHICLE);
    }
}
