package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.DivisionRoles;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody is to be to the division, as requests say it. */
final class RolesGiven {

    /** More than there are. */
    static final int MOST = 10;

    private RolesGiven() {}

    static Field<DivisionRoles> read(Input in, @Nullable List<@Nullable String> names) {
        Field<List<@Nullable String>> said = in.given("roles", names, RolesGiven::few);
        List<Field<Role>> roles = said.optional().stream()
                .flatMap(list -> IntStream.range(0, list.size())
                        .mapToObj(index -> in.oneOf(Role.class, "roles[%d]".formatted(index), list.get(index))))
                .toList();
        return in.made("roles", () -> {
            List<@Nullable String> _ = said.get();
            return DivisionRoles.of(roles.stream().map(Field::get).toList());
        });
    }

    private static List<@Nullable String> few(List<@Nullable String> names) {
        if (names.size() > MOST) {
            throw new IllegalArgumentException("must be %d at most".formatted(MOST));
        }
        return names;
    }
}
