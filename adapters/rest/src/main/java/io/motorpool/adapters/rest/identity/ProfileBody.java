package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.shared.CompanyId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** As what somebody acts. */
@Schema(name = "Profile", description = "As what somebody acts; for a company exactly when that is the kind")
record ProfileBody(
        @Schema(required = true, implementation = Kind.class) @Nullable
        String kind,

        @Schema(format = "uuid", description = "Of kind BUSINESS only") @Nullable
        String company) {

    @Schema(name = "ProfileKind")
    enum Kind {
        BUSINESS,
        DIVISION,
        PERSONAL
    }

    static ProfileBody of(Profile profile) {
        return switch (profile) {
            case Profile.Personal _ -> new ProfileBody(Kind.PERSONAL.name(), null);
            case Profile.Business(var company) ->
                new ProfileBody(Kind.BUSINESS.name(), company.value().toString());
            case Profile.Division _ -> new ProfileBody(Kind.DIVISION.name(), null);
        };
    }

    static Field<Profile> optional(Input in, @Nullable ProfileBody body) {
        return body == null ? in.absent() : body.read(in);
    }

    static Field<Profile> required(Input in, @Nullable ProfileBody body) {
        return body == null ? in.given("profile", null) : body.read(in);
    }

    private Field<Profile> read(Input in) {
        return switch (in.oneOf(Kind.class, "profile.kind", kind).orNull()) {
            case null -> in.absent();
            case BUSINESS -> in.id("profile.company", company).map(id -> new Profile.Business(new CompanyId(id)));
            case DIVISION -> ofNoCompany(in, new Profile.Division());
            case PERSONAL -> ofNoCompany(in, new Profile.Personal());
        };
    }

    private Field<Profile> ofNoCompany(Input in, Profile profile) {
        return in.made("profile.company", () -> {
            if (company != null) {
                throw new IllegalArgumentException("must be left out, unless the kind is BUSINESS");
            }
            return profile;
        });
    }
}
