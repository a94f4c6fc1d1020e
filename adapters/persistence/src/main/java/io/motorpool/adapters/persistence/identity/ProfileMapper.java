package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.shared.CompanyId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between two columns, a name and a company, and a profile. */
public final class ProfileMapper {

    private enum Name {
        PERSONAL,
        BUSINESS,
        DIVISION
    }

    private ProfileMapper() {}

    public static Profile profile(Columns columns) {
        return profile(columns.text(), columns.uuidOrNull());
    }

    static Profile profile(String name, @Nullable UUID company) {
        return switch (Name.valueOf(name)) {
            case PERSONAL -> new Profile.Personal();
            case BUSINESS ->
                new Profile.Business(new CompanyId(Optional.ofNullable(company).orElseThrow()));
            case DIVISION -> new Profile.Division();
        };
    }

    public static String name(Profile profile) {
        Name name =
                switch (profile) {
                    case Profile.Personal _ -> Name.PERSONAL;
                    case Profile.Business _ -> Name.BUSINESS;
                    case Profile.Division _ -> Name.DIVISION;
                };
        return name.name();
    }

    public static @Nullable UUID company(Profile profile) {
        return switch (profile) {
            case Profile.Business(var company) -> company.value();
            case Profile.Personal _, Profile.Division _ -> null;
        };
    }
}
