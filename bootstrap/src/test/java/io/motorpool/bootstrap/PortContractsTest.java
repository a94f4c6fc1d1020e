package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each out-port has one contract, and the fake that use cases are tested with keeps it just like the adapter that they run
 * on: otherwise the fake drifts away, and the tests of the use cases with it.
 */
class PortContractsTest {

    /** Ports that need no fake, and why. */
    private static final Map<String, String> WITHOUT_A_FAKE =
            Map.of("EventFormat", "a pure translation that no use case calls, only the adapter that keeps the outbox");

    @Test
    void every_out_port_has_a_contract_that_a_fake_and_an_adapter_keep() {
        assertThat(complaints(outPorts(ArchitectureTest.PRODUCTION), TestSources.ofRepository()))
                .isEmpty();
    }

    @Test
    void out_ports_are_found() {
        assertThat(outPorts(ArchitectureTest.PRODUCTION))
                .contains("Reservations", "UnitOfWork", "AuditTrail", "EventStream", "Companies", "Vehicles")
                .doesNotContain("ReserveVehicle", "AuditQueries", "CompanyScope");
    }

    @Test
    void every_exception_is_still_needed() {
        assertThat(outPorts(ArchitectureTest.PRODUCTION)).containsAll(WITHOUT_A_FAKE.keySet());
        assertThat(WITHOUT_A_FAKE.keySet())
                .noneMatch(port -> TestSources.ofRepository().isKeptByFake(contractOf(port)));
    }

    @Test
    void a_port_without_a_contract_is_complained_about() {
        Set<String> leaky = outPorts(ArchitectureTest.LEAKY);

        assertThat(leaky).containsExactly("LeakyPort");
        assertThat(complaints(leaky, TestSources.ofRepository())).containsExactly("LeakyPort has no LeakyPortContract");
    }

    @Test
    void a_contract_that_nobody_keeps_is_complained_about() {
        TestSources sources = new TestSources();
        sources.add("application/src/test/java/PortContract.java", "interface PortContract {}");

        assertThat(complaints(Set.of("Port"), sources))
                .containsExactly("no fake keeps PortContract", "no adapter keeps PortContract");
    }

    @Test
    void a_contract_may_be_kept_through_another_interface_but_not_by_an_abstract_class_or_in_a_comment() {
        TestSources sources = new TestSources();
        sources.add("application/src/test/java/PortContract.java", "interface PortContract {}");
        sources.add(
                "application/src/test/java/Wider.java", "public interface WiderContract<T> extends PortContract {}");
        sources.add(
                "application/src/test/java/FakeTest.java", "class FakeTest implements Other, WiderContract<Long> {}");
        sources.add(
                "adapters/some/src/test/java/NoneTest.java",
                "/** class ATest implements PortContract { */\nabstract class NoneTest implements PortContract {}");

        assertThat(complaints(Set.of("Port"), sources)).containsExactly("no adapter keeps PortContract");
    }

    /** Interfaces that the application calls and does not implement itself. */
    private static Set<String> outPorts(JavaClasses classes) {
        Set<String> ports = new TreeSet<>();
        for (JavaClass each : classes) {
            if (isOfApplication(each)
                    && each.isInterface()
                    && each.isTopLevelClass()
                    && !each.getSimpleName().equals("package-info")
                    && each.getAllSubclasses().stream().noneMatch(PortContractsTest::isOfApplication)) {
                ports.add(each.getSimpleName());
            }
        }
        return ports;
    }

    private static boolean isOfApplication(JavaClass type) {
        return type.getPackageName().startsWith("io.motorpool.application");
    }

    private static List<String> complaints(Set<String> ports, TestSources sources) {
        List<String> complaints = new ArrayList<>();
        for (String port : ports) {
            String contract = contractOf(port);
            if (!sources.knows(contract)) {
                complaints.add("%s has no %s".formatted(port, contract));
                continue;
            }
            if (!sources.isKeptByFake(contract) && !WITHOUT_A_FAKE.containsKey(port)) {
                complaints.add("no fake keeps " + contract);
            }
            if (!sources.isKeptByAdapter(contract)) {
                complaints.add("no adapter keeps " + contract);
            }
        }
        return complaints;
    }

    private static String contractOf(String port) {
        return port + "Contract";
    }
}
