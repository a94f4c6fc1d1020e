package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.people.Person;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The people and vehicles that a story brings along and takes away again. Nobody else has plans with them, so a story can
 * be played at any time and as often as one likes.
 */
final class Troupe {

    private final Stage stage;
    private final DemoWorld.Company company;
    private final Random random = new Random();
    private final List<String> joined = new ArrayList<>();

    Troupe(Stage stage, DemoCompany company) {
        this.stage = stage;
        this.company = stage.world().company(company);
    }

    /** A driver of the troupe. */
    record Player(Person person, String name) {}

    /** A vehicle of the troupe. */
    record Car(UUID id, String plate) {}

    UUID company() {
        return company.id();
    }

    Player driver(String name) {
        Person person = stage.newcomer(name);
        UUID member = stage.offstage(DemoUser.ADMIN)
                .post(
                        "/companies/" + company.id() + "/members",
                        Map.of(
                                "user",
                                person.id().toString(),
                                "name",
                                name,
                                "department",
                                "영업팀",
                                "role",
                                "MEMBER",
                                "acceptsHandOver",
                                true,
                                "licence",
                                Map.of("licenceClass", "CLASS_1_ORDINARY", "expiry", "2099-12-31")))
                .expect(201)
                .id();
        joined.add("/members/" + member);
        return new Player(person, name);
    }

    /** All of them are alike, and unlike the company's others: one can stand in for the other. */
    Car car(int odometerKm) {
        String plate = "%03d호%04d".formatted(random.nextInt(100, 1_000), random.nextInt(10_000));
        UUID car = stage.offstage(DemoUser.OPERATOR)
                .post(
                        "/companies/" + company.id() + "/vehicles",
                        Map.of(
                                "zone",
                                company.zones().getFirst().toString(),
                                "plate",
                                plate,
                                "vin",
                                "KMHKM81A%09d".formatted(random.nextInt(1_000_000_000)),
                                "model",
                                "Ioniq 5 (on a visit)",
                                "seats",
                                5,
                                "ownership",
                                "OPERATOR",
                                "turnaroundMinutes",
                                10,
                                "odometerKm",
                                odometerKm))
                .expect(201)
                .id();
        joined.add("/vehicles/" + car);
        return new Car(car, plate);
    }

    /** Once none of them has plans any more. */
    void leave() {
        Api operator = stage.offstage(DemoUser.OPERATOR);
        for (String path : joined.reversed()) {
            Answer seen = operator.get(path).expect(200);
            operator.post(path + "/retirement", null, "If-Match", seen.etag()).mustBe(200);
        }
        joined.clear();
    }
}
