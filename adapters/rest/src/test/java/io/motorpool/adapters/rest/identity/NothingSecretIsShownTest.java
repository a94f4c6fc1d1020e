package io.motorpool.adapters.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bodies are printed sooner or later, in a log or in the message of an exception. */
class NothingSecretIsShownTest {

    private static final String SECRET = "t0p-s3cret";
    private static final Set<String> SECRETS = Set.of(
            "password",
            "present",
            "wanted",
            "link",
            "accessToken",
            "refreshToken",
            "knownDevice",
            "assertion",
            "email");

    /** Never made, because only the document reads it. */
    private static final Set<Class<?>> ON_PAPER = Set.of(TokenResource.TokenRequest.class);

    @TestFactory
    Stream<DynamicTest> a_body_does_not_show_what_it_holds() throws IOException {
        List<Class<?>> holders = bodies().stream()
                .filter(body -> Arrays.stream(body.getRecordComponents())
                        .anyMatch(component -> SECRETS.contains(component.getName())))
                .toList();
        assertThat(holders).hasSizeGreaterThan(7);

        return holders.stream()
                .map(body -> DynamicTest.dynamicTest(
                        body.getSimpleName(),
                        () -> assertThat(filled(body).toString()).doesNotContain(SECRET)));
    }

    private static List<Class<?>> bodies() throws IOException {
        List<Class<?>> bodies = new ArrayList<>();
        try (InputStream written = SignInResource.class.getResourceAsStream("/META-INF/jandex.idx")) {
            new IndexReader(Objects.requireNonNull(written))
                    .read().getClassesInPackage(DotName.createSimple(SignInResource.class.getPackageName())).stream()
                            .map(type -> load(type.name().toString()))
                            .filter(Class::isRecord)
                            .filter(type -> !ON_PAPER.contains(type))
                            .forEach(bodies::add);
        }
        return bodies;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object filled(Class<?> body) throws ReflectiveOperationException {
        RecordComponent[] components = body.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types)
                .map(type -> type == String.class ? SECRET : type == long.class ? (Object) 1L : null)
                .toArray();
        var constructor = body.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
