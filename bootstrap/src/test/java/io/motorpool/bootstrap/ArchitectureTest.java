package io.motorpool.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The boundaries, as allow-lists, and the proof that each of them bites. */
class ArchitectureTest {

    static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.motorpool");

    static final JavaClasses LEAKY = new ClassFileImporter()
            .importPackages(
                    "io.motorpool.domain.archfixture",
                    "io.motorpool.application.archfixture",
                    "io.motorpool.application.reconciliation.archfixture",
                    "io.motorpool.adapters.leakyone",
                    "io.motorpool.adapters.leakytwo");

    static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("io.motorpool.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.motorpool.domain..", "java..", "org.jspecify.annotations..")
            .because("the model must run and be tested without any framework (ADR-0002)");

    static final ArchRule APPLICATION_KNOWS_THE_MODEL_AND_MUTINY = classes()
            .that()
            .resideInAPackage("io.motorpool.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.motorpool.application..",
                    "io.motorpool.domain..",
                    "io.smallrye.mutiny..",
                    "java..",
                    "org.jspecify.annotations..")
            .because("use cases are plain Java over ports (ADR-0003)");

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching("io.motorpool.adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .because("adapters meet only in the application's ports (ADR-0001)");

    static final ArchRule ADAPTERS_USE_PORTS = noClasses()
            .that()
            .resideInAPackage("io.motorpool.adapters..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.motorpool.application..").and(simpleNameEndingWith("Service")))
            .because("only bootstrap puts use cases together (ADR-0001)");

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("io.motorpool.domain..", "io.motorpool.application..")
            .should()
            .callMethod(Instant.class, "now")
            .because("time comes in as an argument");

    static final ArchRule NOBODY_BLOCKS = noClasses()
            .that(resideInAPackage("io.motorpool..").and(not(resideInAPackage("io.motorpool.sandbox.."))))
            .should()
            .callMethod(Uni.class, "await")
            .because("a blocked event loop serves nobody");

    static final ArchRule ROWS_STAY_IN_PERSISTENCE = noClasses()
            .that()
            .resideOutsideOfPackages("io.motorpool.adapters.persistence..", "io.motorpool.bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "io.quarkus.hibernate..", "org.hibernate..")
            .because("entities and Panache belong to one adapter");

    static final ArchRule TOKENS_AND_KEYS_STAY_IN_ONE_ADAPTER = noClasses()
            .that()
            .resideInAPackage("io.motorpool..")
            .and()
            .resideOutsideOfPackages("io.motorpool.adapters.keys..", "io.motorpool.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.jose4j..",
                    "io.smallrye.jwt..",
                    "org.eclipse.microprofile.jwt..",
                    "org.bouncycastle..",
                    "software.amazon.awssdk..",
                    "javax.crypto..")
            .because("there is one way to verify, and one place for cryptography (ADR-0025)");

    static final ArchRule NOTHING_IS_DECIDED_ON_WHAT_A_CACHE_SAYS = noClasses()
            .that(resideInAPackage("io.motorpool.application..")
                    .and(not(nameMatching(".*\\.AvailabilityReader(\\$.*)?")))
                    .and(not(nameMatching(".*\\.AvailabilityQueriesService"))))
            .should()
            .dependOnClassesThat(nameMatching(".*\\.AvailabilityReader(\\$.*)?"))
            .because("a booking decision never trusts an availability answer (P20)");

    static final ArchRule DOMAIN_CONTEXTS_HAVE_NO_CYCLES = slices().matching("io.motorpool.application.(*)..")
            .should()
            .beFreeOfCycles()
            .because("contexts are read one after the other");

    static final ArchRule THE_SHADOW_TOUCHES_NOTHING_LIVE = noClasses()
            .that()
            .resideInAPackage("io.motorpool.application.reconciliation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.motorpool.application.reservation..",
                            "io.motorpool.application.settlement..",
                            "io.motorpool.application.route..",
                            "io.motorpool.application.identity..")
                    .or(nameMatching(".*\\.shared\\.Outbox")))
            .because("a shadow run makes no live row, key command, charge or notice (ADR-0051)");

    static List<ArchRule> rules() {
        return List.of(
                DOMAIN_IS_PLAIN_JAVA,
                APPLICATION_KNOWS_THE_MODEL_AND_MUTINY,
                ADAPTERS_DO_NOT_KNOW_EACH_OTHER,
                ADAPTERS_USE_PORTS,
                TIME_COMES_FROM_A_CLOCK,
                NOBODY_BLOCKS,
                ROWS_STAY_IN_PERSISTENCE,
                TOKENS_AND_KEYS_STAY_IN_ONE_ADAPTER,
                NOTHING_IS_DECIDED_ON_WHAT_A_CACHE_SAYS,
                DOMAIN_CONTEXTS_HAVE_NO_CYCLES,
                THE_SHADOW_TOUCHES_NOTHING_LIVE);
    }

    static List<ArchRule> rulesThatTheLeakyClassesBreak() {
        return List.of(
                DOMAIN_IS_PLAIN_JAVA,
                ADAPTERS_DO_NOT_KNOW_EACH_OTHER,
                ADAPTERS_USE_PORTS,
                TIME_COMES_FROM_A_CLOCK,
                NOBODY_BLOCKS,
                TOKENS_AND_KEYS_STAY_IN_ONE_ADAPTER,
                NOTHING_IS_DECIDED_ON_WHAT_A_CACHE_SAYS,
                THE_SHADOW_TOUCHES_NOTHING_LIVE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_the_rule(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rulesThatTheLeakyClassesBreak")
    void the_rule_bites(ArchRule rule) {
        assertThat(rule.evaluate(LEAKY).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.motorpool.domain.",
                "io.motorpool.application.",
                "io.motorpool.adapters.rest",
                "io.motorpool.adapters.grpc",
                "io.motorpool.adapters.persistence",
                "io.motorpool.adapters.messaging",
                "io.motorpool.adapters.keys",
                "io.motorpool.adapters.erp",
                "io.motorpool.adapters.telematics",
                "io.motorpool.adapters.payment",
                "io.motorpool.adapters.spreadsheet",
                "io.motorpool.adapters.scheduler",
                "io.motorpool.adapters.legacy",
                "io.motorpool.bootstrap"
            })
    void every_package_that_a_rule_names_has_classes(String name) {
        assertThat(PRODUCTION.stream().anyMatch(type -> type.getPackageName().startsWith(name.replaceAll("\\.$", ""))))
                .isTrue();
    }

    @Test
    void the_leaky_classes_are_no_production_classes() {
        assertThat(PRODUCTION.stream().anyMatch(type -> type.getSimpleName().startsWith("Leaky")))
                .isFalse();
    }
}
