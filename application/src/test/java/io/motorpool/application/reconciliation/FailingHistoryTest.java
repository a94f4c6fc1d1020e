package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.created;
import static io.motorpool.application.reconciliation.LegacyFixtures.event;
import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.shared.ZoneId;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as a test is one: it is compiled and run. */
class FailingHistoryTest {

    @TempDir
    Path folder;

    private final Company company = CompanyFixtures.aCompany();
    private final Vehicle vehicle = FleetFixtures.aVehicle(company.id(), new ZoneId(Ids.next()));
    private final Member kim = CompanyFixtures.aMember(company.id());
    private final Member lee = CompanyFixtures.aMember(company.id());
    private final Masters masters = Masters.of(List.of(company), List.of(vehicle), List.of(kim, lee));
    private final LegacyNumber first = new LegacyNumber("예약-\"1\\u0022");
    private final LegacyNumber second = new LegacyNumber("L-2");
    private final ChangeEvent booked = created(first, waiting(company.id(), vehicle.id(), kim.user(), hours(9, 11)));
    private final ChangeEvent doubled = created(second, waiting(company.id(), vehicle.id(), lee.user(), hours(10, 12)));

    @Test
    void the_test_fails_while_the_systems_differ() {
        FailingHistory failing = new FailingHistory(second, List.of(doubled, booked), masters);

        assertThatThrownBy(() -> run(failing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("VehicleTaken");
    }

    @Test
    void the_test_passes_once_they_agree() {
        FailingHistory agreeing = new FailingHistory(first, List.of(booked, doubled), masters);

        assertThatCode(() -> run(agreeing)).doesNotThrowAnyException();
    }

    @Test
    void changes_of_every_kind_can_be_written_and_nobody_is_named() {
        Image broken = new Image.Unreadable("{\"driver\": \"김민수\"}", "no end");
        FailingHistory failing = new FailingHistory(
                first, List.of(booked, event(first, new Read(broken)), event(first, new Deleted())), masters);

        assertThatThrownBy(() -> run(failing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ExtraNew");
        assertThat(failing.asTest())
                .doesNotContain(kim.profile().name().value())
                .doesNotContain(company.name())
                .doesNotContain(vehicle.description().plate().value());
    }

    private void run(FailingHistory failing) throws Throwable {
        Class<?> test = compiled(failing.name(), failing.asTest());
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = test.getDeclaredMethod("both_systems_agree");
        method.setAccessible(true);
        try {
            var _ = method.invoke(constructor.newInstance());
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private Class<?> compiled(String name, String source) throws IOException, ClassNotFoundException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
        assertThat(result).as(source).isZero();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass("io.motorpool.domain.reconciliation." + name);
    }
}
