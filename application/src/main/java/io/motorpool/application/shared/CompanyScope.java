package io.motorpool.application.shared;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.shared.CompanyId;
import java.util.Optional;

/**
 * Whose things a list may contain. Every port that lists takes one, so a list without a tenant does not compile.
 */
public sealed interface CompanyScope {

    /** The division sees every company. */
    record Every() implements CompanyScope {}

    /** One company's things only. */
    record Only(CompanyId company) implements CompanyScope {}

    /** Nobody's: a private person has no company. */
    record None() implements CompanyScope {}

    /** What the caller reaches, narrowed to one company if they asked for one. */
    static CompanyScope of(Caller caller, Optional<CompanyId> asked) {
        CompanyScope reached =
                switch (caller.profile()) {
                    case Profile.Personal _ -> new None();
                    case Profile.Business business -> new Only(business.company());
                    case Profile.Division _ -> new Every();
                };
        return asked.<CompanyScope>map(company -> caller.reaches(company) ? new Only(company) : new None())
                .orElse(reached);
    }
}
