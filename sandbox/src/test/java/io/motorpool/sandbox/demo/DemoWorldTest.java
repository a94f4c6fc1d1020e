package io.motorpool.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorldTest {

    @Test
    void what_was_created_is_read_again_as_it_was_written(@TempDir Path folder) {
        DemoWorld world = new DemoWorld(Map.of(
                DemoCompany.DAON,
                new DemoWorld.Company(
                        UUID.randomUUID(),
                        List.of(UUID.randomUUID()),
                        List.of(new DemoWorld.Vehicle(UUID.randomUUID(), "12가3456", "Sonata")),
                        Map.of(DemoUser.STRANGER, UUID.randomUUID()),
                        List.of(UUID.randomUUID()))));

        world.writeTo(folder.resolve("demo.json"));

        assertThat(DemoWorld.in(folder.resolve("demo.json"))).contains(world);
        assertThat(DemoWorld.in(folder.resolve("nothing.json"))).isEmpty();
    }
}
