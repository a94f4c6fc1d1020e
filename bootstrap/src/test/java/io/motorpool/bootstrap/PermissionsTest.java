package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.access.AccessPolicy;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what is published, and the published table is the one that the code asks. */
class PermissionsTest {

    private static final String PUBLISHED = "docs/permissions.md";

    @Test
    void the_published_table_is_the_one_that_the_code_keeps() throws IOException {
        String table = table();
        Path made = Files.writeString(Path.of("target", "permissions.md"), table);

        assertThat(table)
                .as(
                        "%s is not what the code says. If the change is meant, run:%n  cp %s %s",
                        PUBLISHED, Repository.name(made.toAbsolutePath()), PUBLISHED)
                .isEqualTo(Repository.read(Repository.file(PUBLISHED)));
    }

    @Test
    void every_permission_is_somebodys() {
        assertThat(Permission.values())
                .allSatisfy(permission -> assertThat(Role.values())
                        .anyMatch(role -> AccessPolicy.of(role).contains(permission)));
    }

    /** A permission that no use case asks for protects nothing. */
    @Test
    void every_permission_is_asked_for_by_some_use_case() {
        String application = Repository.files(".java").stream()
                .filter(file -> Repository.name(file).startsWith("application/src/main/java"))
                .map(Repository::read)
                .collect(Collectors.joining());

        assertThat(Permission.values())
                .allSatisfy(permission -> assertThat(application).contains("Permission." + permission));
    }

    private static String table() {
        StringBuilder text = new StringBuilder("""
                # Permissions

                Which role may do what. What is not marked is denied. A role of a company counts in that company and under its
                profile only, a role of the division everywhere and under the division's profile only; `SCHEDULER` is Motorpool
                itself. This table is made from the code by `PermissionsTest`.

                """);
        text.append(Stream.of(Role.values())
                .map(role -> " `%s` |".formatted(role))
                .collect(Collectors.joining("", "| permission |", "\n")));
        text.append("|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (Permission permission : Permission.values()) {
            text.append("| `%s` |".formatted(permission.name()));
            for (Role role : Role.values()) {
                text.append(AccessPolicy.of(role).contains(permission) ? " ● |" : "  |");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
