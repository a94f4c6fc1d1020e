package io.motorpool.application.company;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.company.CompanyEvent.MemberChanged;
import io.motorpool.domain.company.CompanyEvent.MemberEnrolled;
import io.motorpool.domain.company.CompanyEvent.MemberLeft;
import io.motorpool.domain.company.CompanyRefusal.AlreadyMember;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Enrols members, changes what is kept about them and lets them go. */
public final class LookAfterMembersService implements LookAfterMembers {

    private static final PermitChange<Member> PERMIT =
            new PermitChange<>(Permission.MANAGE_MEMBERS, Thing.MEMBER, Member::company);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Members members;
    private final CompanyUse use;
    private final MemberCompanion companion;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterMembersService(
            UnitOfWork unitOfWork,
            Companies companies,
            Members members,
            CompanyUse use,
            MemberCompanion companion,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.members = members;
        this.use = use;
        this.companion = companion;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<MemberView, Refusal>> enrol(Enrolment wanted) {
        return unitOfWork.inTransaction(() -> companies
                .hold(wanted.company())
                .chain(found -> Proceed.with(
                        ActiveCompany.permit(wanted.caller(), Permission.MANAGE_MEMBERS, found),
                        _ -> members.of(wanted.company(), wanted.user()).chain(known -> enrol(wanted, known)))));
    }

    private Uni<Decision<MemberView, Refusal>> enrol(Enrolment wanted, Optional<Versioned<Member>> known) {
        if (known.isEmpty()) {
            return join(wanted);
        }
        return known.get().value().isActive() ? Proceed.refused(new AlreadyMember()) : comeBack(wanted, known.get());
    }

    private Uni<Decision<MemberView, Refusal>> join(Enrolment wanted) {
        Member member = enrolled(new MemberId(nextId.get()), wanted);
        return Proceed.with(
                members.add(member),
                version -> write(
                        wanted.caller(), "enrol-member", Map.of(), new Versioned<>(member, version), joined(member)));
    }

    private Uni<Decision<MemberView, Refusal>> comeBack(Enrolment wanted, Versioned<Member> former) {
        Member member = enrolled(former.value().id(), wanted);
        return store(wanted.caller(), "enrol-member", former, member, joined(member));
    }

    private static Member enrolled(MemberId id, Enrolment wanted) {
        return Member.enrol(id, wanted.company(), wanted.user(), wanted.profile(), wanted.licence());
    }

    private CompanyEvent joined(Member member) {
        return new MemberEnrolled(member.id(), member.company(), member.user(), clock.instant());
    }

    @Override
    public Uni<Decision<MemberView, Refusal>> change(Change change) {
        return unitOfWork.inTransaction(() -> members.find(change.member())
                .chain(found -> Proceed.with(
                        PERMIT.to(change.caller(), change.seen(), found), stored -> decide(change, stored))));
    }

    private Uni<Decision<MemberView, Refusal>> decide(Change change, Versioned<Member> stored) {
        Instant now = clock.instant();
        return Proceed.with(
                stored.value().change(change.profile(), change.licence()),
                changed -> store(
                        change.caller(),
                        "change-member",
                        stored,
                        changed,
                        new MemberChanged(changed.id(), changed.company(), changed.user(), now)));
    }

    @Override
    public Uni<Decision<MemberView, Refusal>> retire(Caller caller, MemberId member, Version seen) {
        return unitOfWork.inTransaction(() -> members.lock(member)
                .chain(found -> Proceed.with(PERMIT.to(caller, seen, found), stored -> letGo(caller, stored))));
    }

    private Uni<Decision<MemberView, Refusal>> letGo(Caller caller, Versioned<Member> stored) {
        Member member = stored.value();
        return use.activeReservations(member.company(), member.user())
                .chain(waiting -> Proceed.with(
                        member.retire(waiting),
                        retired -> store(
                                        caller,
                                        "retire-member",
                                        stored,
                                        retired,
                                        new MemberLeft(
                                                retired.id(), retired.company(), retired.user(), clock.instant()))
                                .call(() -> companion.left(retired, caller))));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<MemberView, Refusal>> store(
            Caller caller, String action, Versioned<Member> before, Member after, CompanyEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(MemberView.of(before));
        }
        return members.save(before.with(after))
                .chain(version ->
                        write(caller, action, MemberView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<MemberView, Refusal>> write(
            Caller caller, String action, Map<String, String> before, Versioned<Member> after, CompanyEvent fact) {
        MemberView view = MemberView.of(after);
        Deed deed = new Deed(caller, Permission.MANAGE_MEMBERS, action, Optional.empty());
        Effect effect = new Effect(view.company(), view.id().value(), before, view.facts());
        return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(view));
    }
}
