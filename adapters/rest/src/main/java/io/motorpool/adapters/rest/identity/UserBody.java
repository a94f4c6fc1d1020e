package io.motorpool.adapters.rest.identity;

import io.motorpool.application.identity.UserView;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.UserStatus;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in, or once might. */
@Schema(name = "User")
record UserBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) String email,
        @Schema(required = true) String name,

        @Schema(required = true, description = "What they are to the division")
        List<Role> roles,

        @Schema(required = true) UserStatus status) {

    static UserBody of(UserView view) {
        return new UserBody(
                view.id().value(),
                view.email().value(),
                view.name().value(),
                view.roles().roles().stream().sorted().toList(),
                view.status());
    }

    @Override
    public String toString() {
        return "(user " + id + ")";
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "UserPage")
    record UserPage(
            @Schema(required = true) List<UserBody> items,
            @Nullable String nextCursor) {}
}
