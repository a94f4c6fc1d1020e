package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.time.LocalTime;
import java.util.List;

/** What each of the two companies has: where its cars stand, which cars they are, and who takes one next. */
enum DemoFleet {
    HANBIT(
            DemoCompany.HANBIT,
            List.of(new Zone("본사 주차장", 127.0276, 37.4979), new Zone("성수 사업장", 127.0557, 37.5446)),
            List.of(
                    new Car(0, "12가3456", "KMHL14JA5PA100001", "Sonata", 5, "COMPANY", 23_410, "COMBUSTION", 780),
                    new Car(0, "123나4567", "KMHL14JA5PA100002", "Sonata", 5, "COMPANY", 18_204, "COMBUSTION", 780),
                    new Car(
                            1,
                            "서울34다5678",
                            "KNAE351BBP6100003",
                            "Carnival",
                            9,
                            "COMPANY",
                            41_877,
                            "COMBUSTION_DIESEL",
                            940),
                    new Car(1, "157하2301", "KMHM341CDPA100004", "Ioniq 6", 5, "OPERATOR", 5_120, "ELECTRIC", 524)),
            List.of(
                    new Ride(DemoUser.MEMBER, 0, 1, LocalTime.of(10, 0), LocalTime.of(12, 0), true),
                    new Ride(DemoUser.COLLEAGUE, 0, 1, LocalTime.of(13, 0), LocalTime.of(15, 30), true),
                    new Ride(DemoUser.ADMIN, 2, 2, LocalTime.of(9, 0), LocalTime.of(18, 0), false))),
    DAON(
            DemoCompany.DAON,
            List.of(new Zone("여의도 지하 2층", 126.9246, 37.5219)),
            List.of(
                    new Car(0, "45마6789", "KNAG341EBP5200001", "K5", 5, "COMPANY", 30_006, "HYBRID", 1_050),
                    new Car(0, "231버1122", "KNAG341EBP5200002", "K5", 5, "COMPANY", 12_950, "HYBRID", 1_050),
                    new Car(0, "68소3344", "KMJWA37KBPU200003", "Staria", 11, "COMPANY", 27_400, "COMBUSTION", 620),
                    new Car(0, "302호9012", "KNAC381AFP5200004", "EV6", 5, "OPERATOR", 2_310, "ELECTRIC", 475)),
            List.of(new Ride(DemoUser.STRANGER, 0, 1, LocalTime.of(14, 0), LocalTime.of(16, 0), true)));

    private final DemoCompany company;
    private final List<Zone> zones;
    private final List<Car> cars;
    private final List<Ride> rides;

    DemoFleet(DemoCompany company, List<Zone> zones, List<Car> cars, List<Ride> rides) {
        this.company = company;
        this.zones = zones;
        this.cars = cars;
        this.rides = rides;
    }

    DemoCompany company() {
        return company;
    }

    List<Zone> zones() {
        return zones;
    }

    List<Car> cars() {
        return cars;
    }

    List<Ride> rides() {
        return rides;
    }

    record Zone(String name, double longitude, double latitude) {}

    /** A car stands in the zone with this number of its company. */
    record Car(
            int zone,
            String plate,
            String vin,
            String model,
            int seats,
            String ownership,
            long odometerKm,
            String propulsion,
            int rangeKm) {}

    /** Somebody takes the car with this number, so many days from today, in Seoul's time. */
    record Ride(DemoUser driver, int car, int daysAhead, LocalTime from, LocalTime until, boolean corporate) {}
}
