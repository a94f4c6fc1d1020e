package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.motorpool.domain.access.Permission;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/**
 * Nothing is open by accident. An operation either asks nobody who they are, and is listed here; or it is about the caller
 * alone, and is listed here; or what it calls asks for a permission, which is found by following the calls.
 */
class EndpointsTest {

    /** Use cases ask for them that nobody can call yet. Whatever gets an edge has to leave this list. */
    private static final EnumSet<Permission> WITHOUT_AN_EDGE_YET = EnumSet.noneOf(Permission.class);

    /** For those who have no token yet. */
    private static final Set<String> OPEN =
            Set.of("signIn", "refreshSession", "signOut", "askForLetter", "choosePassword", "grantServiceToken");

    /** Whoever is signed in may do this with themselves. */
    private static final Set<String> ABOUT_ONESELF =
            Set.of("getMyself", "listMySessions", "signOutEverywhere", "changePassword");

    /** Over gRPC they tell balancers whether a node can be asked; what the server itself adds describes the services. */
    private static final Set<String> OPEN_OVER_GRPC = Set.of("HealthGrpcService.check", "HealthGrpcService.watch");

    private static final List<String> FOLLOWED =
            List.of("io.motorpool.adapters.rest", "io.motorpool.adapters.grpc", "io.motorpool.application");

    @Test
    void every_resource_says_whether_it_asks_who_somebody_is() {
        assertThat(resources())
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.isAnnotatedWith(PermitAll.class))
                        .as(resource.getSimpleName())
                        .isNotEqualTo(resource.isAnnotatedWith(Authenticated.class)));
        assertThat(operations()
                        .filter(operation -> operation.isAnnotatedWith(PermitAll.class)
                                || operation.isAnnotatedWith(Authenticated.class)))
                .as("it is said for a whole resource, so that a reader sees it at once")
                .isEmpty();
    }

    @Test
    void what_is_open_is_listed() {
        assertThat(operations()
                        .filter(operation -> operation.getOwner().isAnnotatedWith(PermitAll.class))
                        .map(EndpointsTest::name))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void every_other_operation_asks_for_a_permission_unless_it_is_about_the_caller_alone() {
        Map<String, Set<String>> permissions = new TreeMap<>();
        operations()
                .filter(operation -> operation.getOwner().isAnnotatedWith(Authenticated.class))
                .forEach(operation -> permissions.put(name(operation), permissionsBehind(operation)));

        assertThat(permissions).hasSizeGreaterThan(50);
        assertThat(permissions.entrySet().stream()
                        .filter(operation -> operation.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(ABOUT_ONESELF);
        assertThat(permissions.get("disableUser")).containsExactly("MANAGE_USERS");
        assertThat(permissions.get("revokeKey")).containsExactly("MANAGE_KEYS");
    }

    @Test
    void every_call_over_grpc_asks_who_somebody_is_and_for_a_permission() {
        assertThat(calls()).isNotEmpty();
        assertThat(calls().filter(call -> permissionsBehind(call).isEmpty()).map(EndpointsTest::call))
                .containsExactlyInAnyOrderElementsOf(OPEN_OVER_GRPC);
        assertThat(calls().filter(call -> !OPEN_OVER_GRPC.contains(call(call))))
                .allSatisfy(call -> assertThat(call.getMethodCallsFromSelf())
                        .as(call(call))
                        .anyMatch(made -> made.getTargetOwner().getSimpleName().equals("Edge")));
    }

    @Test
    void every_permission_is_asked_for_somewhere() {
        assertThat(Stream.concat(operations(), calls())
                        .flatMap(operation -> permissionsBehind(operation).stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(WITHOUT_AN_EDGE_YET).stream()
                        .map(Permission::name)
                        .toList());
    }

    /** Those that are named in whatever the operation calls, however far away, in our own code before the model. */
    private static Set<String> permissionsBehind(JavaMethod operation) {
        Set<String> permissions = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(operation));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                unit.getFieldAccesses().stream()
                        .map(access -> access.getTarget())
                        .filter(field -> field.getOwner().isEquivalentTo(Permission.class))
                        .forEach(field -> permissions.add(field.getName()));
                called(unit).forEach(open::push);
            }
        }
        return permissions;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        List<CodeUnitAccessTarget> targets = new ArrayList<>();
        unit.getMethodCallsFromSelf().forEach(call -> targets.add(call.getTarget()));
        unit.getMethodReferencesFromSelf().forEach(reference -> targets.add(reference.getTarget()));
        unit.getConstructorCallsFromSelf().forEach(call -> targets.add(call.getTarget()));
        return targets.stream()
                .filter(target -> isFollowed(target.getOwner()))
                .flatMap(target -> Stream.concat(
                        target.resolveMember().map(JavaCodeUnit.class::cast).stream(), implementations(target)));
    }

    /** Of a port, the services that keep it. */
    private static Stream<JavaCodeUnit> implementations(CodeUnitAccessTarget target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return target.getOwner().getAllSubclasses().stream()
                .filter(EndpointsTest::isFollowed)
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
    }

    private static boolean isFollowed(JavaClass type) {
        return FOLLOWED.stream().anyMatch(type.getPackageName()::startsWith);
    }

    private static String name(JavaMethod operation) {
        return operation.getAnnotationOfType(Operation.class).operationId();
    }

    private static Stream<JavaClass> resources() {
        return ArchitectureTest.PRODUCTION.stream().filter(type -> type.isAnnotatedWith(Path.class));
    }

    private static String call(JavaMethod call) {
        return call.getOwner().getSimpleName() + "." + call.getName();
    }

    /** What a service answers with something that is still to come. */
    private static Stream<JavaMethod> calls() {
        return ArchitectureTest.PRODUCTION.stream()
                .filter(type -> type.isAnnotatedWith(GrpcService.class))
                .flatMap(service -> service.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Stream<JavaMethod> operations() {
        return resources()
                .flatMap(resource -> resource.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }
}
