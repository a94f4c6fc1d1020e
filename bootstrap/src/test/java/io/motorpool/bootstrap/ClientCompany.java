package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A company as its administrator and the operator set it up, through the public API. */
public final class ClientCompany {

    private static final AtomicInteger COMPANIES = new AtomicInteger();
    private static final AtomicInteger VEHICLES = new AtomicInteger();
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private final RunningSystem system;
    private final UUID id;
    private final UUID zone;
    private final Person admin;

    private ClientCompany(RunningSystem system, UUID id, UUID zone, Person admin) {
        this.system = system;
        this.id = id;
        this.zone = zone;
        this.admin = admin;
    }

    static ClientCompany registered(RunningSystem system) {
        return registered(system, "POSTPAID");
    }

    /** One that pays in this way. */
    static ClientCompany registered(RunningSystem system, String billingPolicy) {
        int number = COMPANIES.incrementAndGet();
        UUID id = system.operator()
                .api()
                .post(
                        "/companies",
                        Map.of(
                                "name",
                                "Company " + number,
                                "businessNumber",
                                businessNumber(number),
                                "billingPolicy",
                                billingPolicy))
                .expect(201)
                .id();
        UUID user = UUID.randomUUID();
        Answer _ = enrol(system.operator(), id, user, "박서연", "COMPANY_ADMIN");
        Person admin = new Person(
                user, system.anonymous(), () -> system.tokens().business(user, id, "COMPANY_ADMIN", "MEMBER"));
        return new ClientCompany(system, id, createZone(system, id, "Head office"), admin);
    }

    public UUID id() {
        return id;
    }

    /** The zone that every company has. */
    public UUID zone() {
        return zone;
    }

    public UUID newZone(String name) {
        return createZone(system, id, name);
    }

    /** Administers the company, and drives too. */
    public Person admin() {
        return admin;
    }

    /** Somebody who may drive. */
    public Person newMember() {
        return newMember("김민수");
    }

    public Person newMember(String name) {
        UUID user = UUID.randomUUID();
        Answer _ = enrol(admin, id, user, name, "MEMBER");
        return new Person(user, system.anonymous(), () -> system.tokens().business(user, id, "MEMBER"));
    }

    /** A vehicle in the company's zone that needs no time between two reservations. All of them are alike. */
    public UUID newVehicle() {
        return newVehicle(0);
    }

    public UUID newVehicle(int turnaroundMinutes) {
        return newVehicle(Map.of("turnaroundMinutes", turnaroundMinutes));
    }

    /** A vehicle that differs from the others in these fields. */
    public UUID newVehicle(Map<String, Object> differences) {
        int number = VEHICLES.incrementAndGet();
        Map<String, Object> body = new HashMap<>(Map.of(
                "zone",
                zone.toString(),
                "plate",
                "%03d가%04d".formatted(100 + number / 10_000, number % 10_000),
                "vin",
                "KMHL14JA5P%07d".formatted(number),
                "model",
                "Sonata",
                "seats",
                5,
                "ownership",
                "COMPANY",
                "turnaroundMinutes",
                0,
                "odometerKm",
                10_000));
        body.putAll(differences);
        return system.operator()
                .api()
                .post("/companies/" + id + "/vehicles", body)
                .expect(201)
                .id();
    }

    private static UUID createZone(RunningSystem system, UUID company, String name) {
        return system.operator()
                .api()
                .post(
                        "/companies/" + company + "/zones",
                        Map.of("name", name, "point", Map.of("longitude", 127.0276, "latitude", 37.4979)))
                .expect(201)
                .id();
    }

    /** Makes somebody a member who signs in by themselves. */
    Answer enrol(UUID user, String name) {
        return enrol(admin, id, user, name, "MEMBER");
    }

    private static Answer enrol(Person by, UUID company, UUID user, String name, String role) {
        return by.api()
                .post(
                        "/companies/" + company + "/members",
                        Map.of(
                                "user",
                                user.toString(),
                                "name",
                                name,
                                "department",
                                "Sales",
                                "role",
                                role,
                                "acceptsHandOver",
                                true,
                                "licence",
                                Map.of("licenceClass", "CLASS_1_ORDINARY", "expiry", "2099-12-31")))
                .expect(201);
    }

    private static String businessNumber(int number) {
        String nine = "%09d".formatted(100_000_000 + number);
        int sum = (nine.charAt(8) - '0') * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (nine.charAt(i) - '0') * WEIGHTS[i];
        }
        return nine + (10 - sum % 10) % 10;
    }
}
