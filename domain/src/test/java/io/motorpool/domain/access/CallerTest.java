package io.motorpool.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.Role.Reach;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The properties draw at random: every set of roles beside every permission would be more than anybody waits for. */
class CallerTest {

    private static final CompanyId OWN = new CompanyId(new UUID(1, 1));
    private static final CompanyId FOREIGN = new CompanyId(new UUID(1, 2));
    private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);

    @Test
    void who_acts_for_a_company_reaches_that_company_and_no_other() {
        assertThat(forTheCompany(EVERY_ROLE).reaches(OWN)).isTrue();
        assertThat(forTheCompany(EVERY_ROLE).reaches(FOREIGN)).isFalse();
    }

    @Test
    void who_acts_for_the_division_reaches_every_company() {
        assertThat(forTheDivision(EVERY_ROLE).reaches(OWN)).isTrue();
        assertThat(forTheDivision(EVERY_ROLE).reaches(FOREIGN)).isTrue();
    }

    @Test
    void a_private_person_reaches_no_company_and_may_do_nothing() {
        Caller person = as(new Profile.Personal(), EVERY_ROLE);

        assertThat(person.reaches(OWN)).isFalse();
        assertThat(EnumSet.allOf(Permission.class)).noneMatch(person::holds);
        assertThat(EnumSet.allOf(Permission.class)).noneMatch(permission -> person.may(permission, OWN));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_counts_only_under_the_profile_it_belongs_to(Role role) {
        boolean ofACompany = role == Role.MEMBER || role == Role.COMPANY_ADMIN;

        assertThat(permissionsOf(forTheCompany(Set.of(role)))).isEqualTo(ofACompany ? AccessPolicy.of(role) : Set.of());
        assertThat(permissionsOf(forTheDivision(Set.of(role))))
                .isEqualTo(ofACompany ? Set.of() : AccessPolicy.of(role));
    }

    @Test
    void the_affairs_of_a_role_are_one_companys_or_every_companys() {
        assertThat(EnumSet.allOf(Role.class))
                .filteredOn(role -> role.reach() == Reach.OWN_COMPANY)
                .containsExactly(Role.MEMBER, Role.COMPANY_ADMIN);
    }

    @Test
    void an_operator_who_acts_for_a_company_is_not_an_operator() {
        Caller operatorAtLunch = forTheCompany(Set.of(Role.OPERATOR, Role.MEMBER));

        assertThat(operatorAtLunch.may(Permission.RESERVE, OWN)).isTrue();
        assertThat(operatorAtLunch.may(Permission.MANAGE_FLEET, OWN)).isFalse();
    }

    @Test
    void a_permission_does_not_carry_over_to_another_company() {
        Caller admin = forTheCompany(Set.of(Role.COMPANY_ADMIN));

        assertThat(admin.holds(Permission.READ_MEMBERS)).isTrue();
        assertThat(admin.may(Permission.READ_MEMBERS, OWN)).isTrue();
        assertThat(admin.may(Permission.READ_MEMBERS, FOREIGN)).isFalse();
    }

    @Property(generation = GenerationMode.RANDOMIZED)
    void several_roles_add_up_and_take_nothing_from_each_other(@ForAll Set<Role> roles) {
        Set<Permission> expected = EnumSet.noneOf(Permission.class);
        roles.stream()
                .filter(role -> role.reach() == Reach.EVERY_COMPANY)
                .forEach(role -> expected.addAll(AccessPolicy.of(role)));

        assertThat(permissionsOf(forTheDivision(roles))).isEqualTo(expected);
    }

    @Property(generation = GenerationMode.RANDOMIZED)
    void a_caller_may_do_what_they_hold_where_they_reach(@ForAll Set<Role> roles, @ForAll Permission permission) {
        Caller caller = forTheCompany(roles);

        assertThat(caller.may(permission, OWN)).isEqualTo(caller.holds(permission));
        assertThat(caller.may(permission, FOREIGN)).isFalse();
    }

    @Property(generation = GenerationMode.RANDOMIZED)
    void a_record_of_a_deed_names_a_role_that_allowed_it(@ForAll Set<Role> roles, @ForAll Permission permission) {
        Caller caller = forTheDivision(roles);
        if (caller.holds(permission)) {
            Role named = caller.actingAs(permission);
            assertThat(roles).contains(named);
            assertThat(named.reach()).isEqualTo(Reach.EVERY_COMPANY);
            assertThat(AccessPolicy.of(named)).contains(permission);
        } else {
            assertThatThrownBy(() -> caller.actingAs(permission)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void of_two_roles_that_allow_it_a_deed_is_done_in_the_first() {
        assertThat(forTheDivision(Set.of(Role.SUPPORT_AGENT, Role.OPERATOR)).actingAs(Permission.OCCUPY_VEHICLES))
                .isEqualTo(Role.OPERATOR);
        assertThat(forTheCompany(Set.of(Role.COMPANY_ADMIN, Role.OPERATOR)).actingAs(Permission.READ_AUDIT))
                .isEqualTo(Role.COMPANY_ADMIN);
    }

    @Test
    void nobody_gains_a_role_after_the_caller_was_made() {
        Set<Role> roles = new HashSet<>(Set.of(Role.MEMBER));
        Caller caller = forTheCompany(roles);

        roles.add(Role.COMPANY_ADMIN);

        assertThat(caller.roles()).containsExactly(Role.MEMBER);
    }

    private static Set<Permission> permissionsOf(Caller caller) {
        Set<Permission> held = EnumSet.allOf(Permission.class);
        held.removeIf(permission -> !caller.holds(permission));
        return held;
    }

    private static Caller forTheCompany(Set<Role> roles) {
        return as(new Profile.Business(OWN), roles);
    }

    private static Caller forTheDivision(Set<Role> roles) {
        return as(new Profile.Division(), roles);
    }

    private static Caller as(Profile profile, Set<Role> roles) {
        return new Caller(new UserId(new UUID(7, 7)), profile, roles);
    }
}
