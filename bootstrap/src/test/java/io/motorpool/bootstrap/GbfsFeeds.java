package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A company's feeds as a reader of GBFS takes them: each held against the schema that MobilityData publishes, and against
 * what no schema can say, that they mean each other's things.
 */
final class GbfsFeeds {

    /** The last that is published as an artifact; the version that it names is the only thing that is ours. */
    private static final String SCHEMAS = "/schema/v3.1-RC2/";

    private static final String CANDIDATE = "\"3.1-RC2\"";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Person reader;
    private final UUID company;

    GbfsFeeds(Person reader, UUID company) {
        this.reader = reader;
        this.company = company;
    }

    /** What is in the feed, which keeps to the schema. */
    JsonNode read(String name) {
        JsonNode body = reader.get("/companies/" + company + "/gbfs/" + name + ".json")
                .expect(200)
                .body();
        assertThat(violations(name, body)).as(name).isEmpty();
        return body.path("data");
    }

    static Set<String> violations(String name, JsonNode body) {
        Set<String> found = new HashSet<>();
        FACTORY.getSchema(schema(name), STRICT)
                .validate(body)
                .forEach(message -> found.add(message.getInstanceLocation() + ": " + message.getMessage()));
        return found;
    }

    private static String schema(String name) {
        try (InputStream schema = GbfsFeeds.class.getResourceAsStream(SCHEMAS + name + ".json")) {
            if (schema == null) {
                throw new AssertionError("GBFS knows no " + name);
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8).replace(CANDIDATE, "\"3.1\"");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Every feed that the first one names, found under the address that it names. */
    List<String> named() {
        return StreamSupport.stream(read("gbfs").path("feeds").spliterator(), false)
                .map(feed -> {
                    URI address = URI.create(feed.path("url").asText());
                    String name = feed.path("name").asText();
                    assertThat(address.isAbsolute()).isTrue();
                    assertThat(address.getPath()).isEqualTo("/api/v1/companies/" + company + "/gbfs/" + name + ".json");
                    return name;
                })
                .toList();
    }

    /** Types and stations that vehicles and stations refer to are there, and every vehicle that has a motor has a range. */
    void mustAgree() {
        Set<String> types = texts(read("vehicle_types").path("vehicle_types"), "vehicle_type_id");
        Set<String> stations = texts(read("station_information").path("stations"), "station_id");
        JsonNode vehicles = read("vehicle_status").path("vehicles");
        JsonNode times = read("vehicle_availability").path("vehicles");
        JsonNode states = read("station_status").path("stations");

        assertThat(types).containsAll(texts(vehicles, "vehicle_type_id")).containsAll(texts(times, "vehicle_type_id"));
        assertThat(stations).containsAll(texts(vehicles, "station_id")).containsAll(texts(times, "station_id"));
        assertThat(texts(states, "station_id")).isEqualTo(stations);
        assertThat(types).containsAll(new HashSet<>(states.findValuesAsText("vehicle_type_id")));
        assertThat(vehicles)
                .allSatisfy(vehicle ->
                        assertThat(vehicle.path("current_range_meters").asInt()).isPositive());
    }

    private static Set<String> texts(JsonNode items, String member) {
        Set<String> found = new HashSet<>();
        items.forEach(item -> found.add(item.path(member).asText()));
        return found;
    }
}
