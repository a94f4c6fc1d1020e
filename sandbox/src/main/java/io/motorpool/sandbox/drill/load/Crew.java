package io.motorpool.sandbox.drill.load;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A company with as many vehicles and drivers as a drill wants, in a Motorpool that was empty. */
public final class Crew {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String COMPANIES = "/companies";

    private final UUID company;
    private final List<UUID> vehicles;
    private final List<UUID> drivers;
    private final List<Badge> badges;
    private final Badge operator;

    private Crew(UUID company, List<UUID> vehicles, List<UUID> drivers, List<Badge> badges, Badge operator) {
        this.company = company;
        this.vehicles = List.copyOf(vehicles);
        this.drivers = List.copyOf(drivers);
        this.badges = List.copyOf(badges);
        this.operator = operator;
    }

    /** Creates everything through the node. */
    public static Crew hiredAt(URI node, Tokens tokens, int vehicles, int drivers) {
        return hiredAt(node, tokens, vehicles, drivers, "POSTPAID");
    }

    /** The same for a company that pays in this way. */
    public static Crew hiredAt(URI node, Tokens tokens, int vehicles, int drivers, String billingPolicy) {
        Badge operator = badge(() -> tokens.division(DemoUser.OPERATOR.id(), "OPERATOR", "SUPPORT_AGENT", "AUDITOR"));
        Api api = Api.at(node).as(operator.token());
        UUID company = api.post(
                        COMPANIES,
                        Map.of(
                                "name", DemoCompany.HANBIT.companyName(),
                                "businessNumber", DemoCompany.HANBIT.businessNumber(),
                                "billingPolicy", billingPolicy))
                .expect(201)
                .id();
        String inside = COMPANIES + "/" + company;
        UUID zone = api.post(
                        inside + "/zones",
                        Map.of("name", "본사 주차장", "point", Map.of("longitude", 127.0276, "latitude", 37.4979)))
                .expect(201)
                .id();
        List<UUID> cars = IntStream.range(0, vehicles)
                .mapToObj(number -> addVehicle(api, inside, zone, number))
                .toList();
        List<UUID> people = IntStream.range(0, drivers)
                .mapToObj(number -> enrol(api, inside, number))
                .toList();
        List<Badge> badges = people.stream()
                .map(user -> badge(() -> tokens.business(user, company, "MEMBER")))
                .toList();
        return new Crew(company, cars, people, badges, operator);
    }

    private static Badge badge(Supplier<String> signer) {
        return new Badge(signer, Clock.systemUTC());
    }

    private static UUID addVehicle(Api api, String company, UUID zone, int number) {
        return api.post(
                        company + "/vehicles",
                        Map.of(
                                "zone",
                                zone.toString(),
                                "plate",
                                "%03d가%04d".formatted(100 + number / 10_000, number % 10_000),
                                "vin",
                                "KMHL14JA5PA%06d".formatted(number),
                                "model",
                                "Sonata",
                                "seats",
                                5,
                                "ownership",
                                "COMPANY",
                                "turnaroundMinutes",
                                10,
                                "odometerKm",
                                1_000))
                .expect(201)
                .id();
    }

    private static UUID enrol(Api api, String company, int number) {
        UUID user = UUID.randomUUID();
        var _ = api.post(
                        company + "/members",
                        Map.of(
                                "user",
                                user.toString(),
                                "name",
                                "김기사" + number,
                                "department",
                                "훈련",
                                "role",
                                "MEMBER",
                                "acceptsHandOver",
                                true,
                                "licence",
                                Map.of(
                                        "licenceClass",
                                        "CLASS_1_ORDINARY",
                                        "expiry",
                                        LocalDate.now(SEOUL).plusYears(5).toString())))
                .expect(201);
        return user;
    }

    public UUID company() {
        return company;
    }

    public List<UUID> vehicles() {
        return vehicles;
    }

    public int drivers() {
        return drivers.size();
    }

    /** How many pairs of a vehicle and a driver there are. */
    public int lanes() {
        return Math.min(vehicles.size(), drivers.size());
    }

    public UUID user(int driver) {
        return drivers.get(driver);
    }

    /** The API of a node as this driver uses it. */
    public Api driver(int number, URI node) {
        return Api.at(node).as(badges.get(number).token());
    }

    /** The API of a node as the division uses it: everything is allowed. */
    public Api division(URI node) {
        return Api.at(node).as(operator.token());
    }
}
