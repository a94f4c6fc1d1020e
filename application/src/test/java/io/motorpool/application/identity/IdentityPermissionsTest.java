package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.LookAfterServiceAccounts.Change;
import io.motorpool.application.identity.LookAfterServiceAccounts.Existing;
import io.motorpool.application.identity.LookAfterServiceAccounts.Registration;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever does not hold what a use case takes is told so, and learns nothing else. */
class IdentityPermissionsTest {

    private final AnIdentity identity = new AnIdentity();
    private final User.Active user = identity.givenUser();

    /** One use case and what it takes. */
    private record Case(Permission takes, Function<Caller, Uni<? extends Decision<?, Refusal>>> ask) {}

    private List<Case> cases() {
        UserId id = user.id();
        SourceNetwork from = IdentityFixtures.OFFICE;
        Page.Request page = Page.Request.first();
        KeyRingSteps steps = new KeyRingSteps(
                identity.stores.unitOfWork,
                identity.stores.rings,
                new InMemorySigningKeys(AnIdentity.ISSUER),
                new InMemoryKeySetPublication(),
                identity.journal,
                KeyTimings.PUBLISHED,
                identity.clock);
        LookAfterKeys keys = new LookAfterKeysService(
                identity.stores.unitOfWork,
                identity.stores.rings,
                identity.stores.cutOffs,
                steps,
                identity.journal,
                identity.clock);
        return List.of(
                new Case(
                        Permission.MANAGE_USERS,
                        caller -> identity.lookAfterUsers.invite(new LookAfterUsers.Invitation(
                                caller, user.person().email(), user.person().name(), DivisionRoles.NONE, from))),
                new Case(Permission.MANAGE_USERS, caller -> identity.lookAfterUsers.sendLetter(caller, id, from)),
                new Case(
                        Permission.MANAGE_USERS,
                        caller -> identity.lookAfterUsers.changeRoles(
                                new LookAfterUsers.RolesChange(caller, id, Version.FIRST, DivisionRoles.NONE, from))),
                new Case(
                        Permission.MANAGE_USERS,
                        caller -> identity.lookAfterUsers.disable(caller, id, Version.FIRST, from)),
                new Case(
                        Permission.MANAGE_USERS,
                        caller -> identity.lookAfterUsers.enable(caller, id, Version.FIRST, from)),
                new Case(Permission.MANAGE_USERS, caller -> identity.signOut.everywhere(caller, id, from)),
                new Case(Permission.READ_USERS, caller -> identity.users.user(caller, id)),
                new Case(Permission.READ_USERS, caller -> identity.users.users(caller, page)),
                new Case(Permission.READ_USERS, caller -> identity.sessions.of(caller, id, page)),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.register(new Registration(
                                caller, "정산 서버", new Profile.Division(), Role.AUDITOR, IdentityFixtures.aKey(), from))),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.change(
                                new Change(existing(caller), "이름", new Profile.Division(), Role.AUDITOR))),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.addKey(existing(caller), IdentityFixtures.aKey())),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.removeKey(
                                existing(caller), IdentityFixtures.aKey().id())),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.disable(existing(caller))),
                new Case(
                        Permission.MANAGE_SERVICE_ACCOUNTS,
                        caller -> identity.lookAfterServices.enable(existing(caller))),
                new Case(Permission.READ_SERVICE_ACCOUNTS, caller -> identity.services.account(caller, id)),
                new Case(Permission.READ_SERVICE_ACCOUNTS, caller -> identity.services.accounts(caller, page)),
                new Case(Permission.READ_KEYS, identity.keys::ring),
                new Case(Permission.ROTATE_KEYS, caller -> new TurnKeyRingService(steps).turn(caller)),
                new Case(Permission.MANAGE_KEYS, caller -> keys.hurry(caller, from)),
                new Case(Permission.MANAGE_KEYS, caller -> keys.revoke(caller, AnIdentity.SIGNS.id(), from)),
                new Case(Permission.READ_SECURITY, caller -> identity.security.list(caller, Optional.empty(), page)),
                new Case(Permission.RUN_SWEEPS, identity.sendLetters::send),
                new Case(Permission.RUN_SWEEPS, identity.forget::forget));
    }

    private static Existing existing(Caller caller) {
        return new Existing(caller, new UserId(Ids.next()), Version.FIRST, IdentityFixtures.OFFICE);
    }

    @Test
    void who_does_not_hold_the_permission_is_refused_and_nothing_happens() {
        CompanyId company = new CompanyId(Ids.next());
        List<Caller> callers = List.of(
                Callers.aPrivatePerson(),
                Callers.aMemberOf(company),
                Callers.anAdminOf(company),
                Callers.aSupportAgent(),
                Callers.anAuditor(),
                Callers.aTimer());

        for (Case each : cases()) {
            for (Caller caller : callers) {
                if (!caller.holds(each.takes())) {
                    Decision<?, Refusal> answer =
                            each.ask().apply(caller).await().indefinitely();
                    assertThat(answer).isEqualTo(Decision.refuse(new NotPermitted(each.takes())));
                }
            }
        }
        assertThat(identity.told()).isEmpty();
        assertThat(identity.user(user.id())).isEqualTo(user);
    }

    @Test
    void who_holds_it_gets_past_the_question() {
        for (Case each : cases()) {
            Decision<?, Refusal> answer =
                    each.ask().apply(Callers.anOperator()).await().indefinitely();
            assertThat(answer).isNotEqualTo(Decision.refuse(new NotPermitted(each.takes())));
        }
    }

    /** A new use case that takes a caller cannot be forgotten here. */
    @Test
    void every_use_case_that_looks_after_others_is_asked() {
        long asked = List.of(
                        LookAfterUsers.class,
                        LookAfterServiceAccounts.class,
                        ServiceAccountQueries.class,
                        KeyQueries.class,
                        TurnKeyRing.class,
                        LookAfterKeys.class,
                        SecurityQueries.class,
                        SendLetters.class,
                        ForgetOldThings.class)
                .stream()
                .mapToLong(port -> Stream.of(port.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .filter(IdentityPermissionsTest::isUseCase)
                        .count())
                .sum();
        long ofOthers = List.of("everywhere", "user", "users", "of").size();

        assertThat(cases()).hasSize((int) (asked + ofOthers));
    }

    private static boolean isUseCase(Method method) {
        return method.getReturnType() == Uni.class;
    }
}
