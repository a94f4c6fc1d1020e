package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IdentityEvent.DivisionRolesChanged;
import io.motorpool.domain.identity.IdentityEvent.PasswordChanged;
import io.motorpool.domain.identity.IdentityEvent.UserActivated;
import io.motorpool.domain.identity.IdentityEvent.UserDisabled;
import io.motorpool.domain.identity.IdentityEvent.UserEnabled;
import io.motorpool.domain.identity.IdentityEvent.UserInvited;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForUser;
import io.motorpool.domain.identity.IdentityRefusal.OwnAccount;
import io.motorpool.domain.identity.IdentityRefusal.ProfileNotYours;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in. Others invite them; they choose a password themselves, by a link that reaches their mailbox,
 * so nobody ever knows two people's passwords. Who must not come in any more is disabled and one day perhaps enabled
 * again; users are never deleted, because what they did still has to be explained.
 */
public sealed interface User {

    Person person();

    default UserId id() {
        return person().id();
    }

    UserStatus status();

    /** What a password is checked against; empty where there is none, or none that counts. */
    Optional<PasswordHash> signsInWith();

    /** The letter that lets this user choose a password: it proves that the mailbox is theirs. */
    Optional<OneTimeLink.Purpose> linkToChooseAPassword();

    /** A password chosen by such a letter. */
    Decision<Changed, IdentityRefusal> choosePassword(PasswordHash chosen, Instant now);

    /** What this user became, and the fact to tell. */
    record Changed(User user, IdentityEvent fact) {}

    static Changed invite(Person person, Instant now) {
        return new Changed(new Invited(person), new UserInvited(person.id(), now));
    }

    /** Nobody shuts themselves out. */
    default Decision<Changed, IdentityRefusal> disable(UserId by, Instant now) {
        if (by.equals(id())) {
            return refuse(new OwnAccount());
        }
        return switch (this) {
            case Invited(var person) -> accept(disabled(person, null, now));
            case Active(var person, var password) -> accept(disabled(person, password, now));
            case Disabled _ -> refuse(new NotPossibleForUser(status()));
        };
    }

    private static Changed disabled(Person person, @Nullable PasswordHash password, Instant now) {
        return new Changed(new Disabled(person, password), new UserDisabled(person.id(), now));
    }

    /** Takes up where the user was stopped. */
    default Decision<Changed, IdentityRefusal> enable(Instant now) {
        return switch (this) {
            case Disabled(var person, var password) -> {
                User before = password == null ? new Invited(person) : new Active(person, password);
                yield accept(new Changed(before, new UserEnabled(person.id(), now)));
            }
            case Invited _, Active _ -> refuse(new NotPossibleForUser(status()));
        };
    }

    /** Nobody gives themselves a role or takes one from themselves: it takes two to lose the last operator. */
    default Decision<Changed, IdentityRefusal> changeRoles(DivisionRoles roles, UserId by, Instant now) {
        if (by.equals(id())) {
            return refuse(new OwnAccount());
        }
        Person changed = person().with(roles);
        User next =
                switch (this) {
                    case Invited _ -> new Invited(changed);
                    case Active active -> new Active(changed, active.password());
                    case Disabled disabled -> new Disabled(changed, disabled.password());
                };
        return accept(new Changed(next, new DivisionRolesChanged(id(), now)));
    }

    /** Invited, but never been here. */
    record Invited(Person person) implements User {

        @Override
        public UserStatus status() {
            return UserStatus.INVITED;
        }

        @Override
        public Optional<PasswordHash> signsInWith() {
            return Optional.empty();
        }

        @Override
        public Optional<OneTimeLink.Purpose> linkToChooseAPassword() {
            return Optional.of(OneTimeLink.Purpose.INVITATION);
        }

        @Override
        public Decision<Changed, IdentityRefusal> choosePassword(PasswordHash chosen, Instant now) {
            return accept(new Changed(new Active(person, chosen), new UserActivated(id(), now)));
        }
    }

    /** May sign in. */
    record Active(Person person, PasswordHash password) implements User {

        @Override
        public UserStatus status() {
            return UserStatus.ACTIVE;
        }

        @Override
        public Optional<PasswordHash> signsInWith() {
            return Optional.of(password);
        }

        @Override
        public Optional<OneTimeLink.Purpose> linkToChooseAPassword() {
            return Optional.of(OneTimeLink.Purpose.PASSWORD_RESET);
        }

        @Override
        public Decision<Changed, IdentityRefusal> choosePassword(PasswordHash chosen, Instant now) {
            return accept(changePassword(chosen, now));
        }

        public Changed changePassword(PasswordHash chosen, Instant now) {
            return new Changed(new Active(person, chosen), new PasswordChanged(id(), now));
        }

        /** The same password, kept more safely than before. */
        public Active keepingPasswordAs(PasswordHash stronger) {
            return new Active(person, stronger);
        }

        /**
         * What the user is under the profile, from what is true now. Whether a company does not exist or merely is not
         * theirs must not be told apart.
         *
         * @param membership theirs in the company of a business profile
         */
        public Decision<Grant, IdentityRefusal> under(Profile profile, Optional<Membership> membership) {
            Optional<Set<Role>> roles =
                    switch (profile) {
                        case Profile.Personal _ -> Optional.of(Set.of());
                        case Profile.Business(var company) ->
                            membership
                                    .filter(theirs -> theirs.company().equals(company))
                                    .map(theirs -> Set.of(roleOf(theirs)));
                        case Profile.Division _ ->
                            Optional.of(person.roles().roles()).filter(theirs -> !theirs.isEmpty());
                    };
            return roles.<Decision<Grant, IdentityRefusal>>map(held -> accept(new Grant(id(), profile, held)))
                    .orElseGet(() -> refuse(new ProfileNotYours()));
        }

        /**
         * As what the user acts when they do not say: the division's people for the division, who is a member of one
         * company for that one, everybody else for themselves.
         */
        public Profile usualProfile(List<Membership> memberships) {
            if (!person.roles().isEmpty()) {
                return new Profile.Division();
            }
            return memberships.size() == 1
                    ? new Profile.Business(memberships.getFirst().company())
                    : new Profile.Personal();
        }

        private static Role roleOf(Membership membership) {
            return switch (membership.role()) {
                case MEMBER -> Role.MEMBER;
                case COMPANY_ADMIN -> Role.COMPANY_ADMIN;
            };
        }
    }

    /**
     * Must not come in.
     *
     * @param password absent when they had never chosen one
     */
    record Disabled(Person person, @Nullable PasswordHash password) implements User {

        @Override
        public UserStatus status() {
            return UserStatus.DISABLED;
        }

        @Override
        public Optional<PasswordHash> signsInWith() {
            return Optional.empty();
        }

        @Override
        public Optional<OneTimeLink.Purpose> linkToChooseAPassword() {
            return Optional.empty();
        }

        @Override
        public Decision<Changed, IdentityRefusal> choosePassword(PasswordHash chosen, Instant now) {
            return refuse(new NotPossibleForUser(status()));
        }
    }
}
