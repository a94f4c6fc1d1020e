package io.motorpool.application.shared;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import java.util.Optional;
import java.util.function.Function;

/** The question every use case asks first: may this caller do this with that company's thing? */
public final class Permit {

    private Permit() {}

    /** The thing, if it exists for the caller and the caller may; a stranger's thing does not exist (C1). */
    public static <T> Decision<T, AccessRefusal> to(
            Caller caller, Permission permission, Thing thing, Optional<T> found, Function<T, CompanyId> owner) {
        Optional<T> visible = found.filter(it -> caller.reaches(owner.apply(it)));
        if (visible.isEmpty()) {
            return Decision.refuse(new NotFound(thing));
        }
        return caller.holds(permission)
                ? Decision.accept(visible.get())
                : Decision.refuse(new NotPermitted(permission));
    }

    /** The same about a company that the caller named. */
    public static Decision<CompanyId, AccessRefusal> within(Caller caller, Permission permission, CompanyId company) {
        return to(caller, permission, Thing.COMPANY, Optional.of(company), Function.identity());
    }

    /** The same about something that belongs to no company yet. */
    public static Decision<Caller, AccessRefusal> anywhere(Caller caller, Permission permission) {
        return caller.holds(permission) ? Decision.accept(caller) : Decision.refuse(new NotPermitted(permission));
    }
}
