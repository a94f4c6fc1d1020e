package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the demo created, with the ids that the API gave it. Kept in a file, because tokens name companies by id. */
public record DemoWorld(Map<DemoCompany, Company> companies) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public DemoWorld {
        companies = Map.copyOf(companies);
    }

    /** A client company. Zones and vehicles are in the order in which the demo describes them. */
    public record Company(
            UUID id, List<UUID> zones, List<Vehicle> vehicles, Map<DemoUser, UUID> members, List<UUID> reservations) {}

    public record Vehicle(UUID id, String plate, String model) {}

    public static Optional<DemoWorld> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), DemoWorld.class));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    public void writeTo(Path file) {
        try {
            PrivateFile.write(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    public Company company(DemoCompany which) {
        Company company = companies.get(which);
        if (company == null) {
            throw new IllegalStateException("the demo has not created " + which);
        }
        return company;
    }

    /** For which company somebody usually acts; empty for the division's own people. */
    public Optional<UUID> companyOf(DemoUser user) {
        return user.company().map(own -> company(own).id());
    }
}
