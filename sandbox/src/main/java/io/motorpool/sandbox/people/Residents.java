package io.motorpool.sandbox.people;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.parts.MailPart;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The demo's people, each of whom was invited, followed a letter's link and chose a password. */
public final class Residents implements People {

    private final Door door;
    private final Api api;
    private final Logins logins;
    private final Clock clock;
    private final Map<DemoUser, SignedIn> known = new EnumMap<>(DemoUser.class);

    /** @param logins what they sign in with, once they can */
    public Residents(Api api, MailPart mail, Logins logins, Clock clock) {
        this.door = new Door(api, mail);
        this.api = api;
        this.logins = logins;
        this.clock = clock;
    }

    /** Asks Motorpool, past its API, to invite somebody who then can invite others. Harmless when there is somebody. */
    public interface Bootstrap {
        void inviteFirstOperator(String email, String name);
    }

    /** Somebody who is there before everybody else, and has chosen a password. */
    public static Login letInFirst(Api api, MailPart mail, Bootstrap bootstrap) {
        Login first = new Login(DemoUser.OPERATOR.email(), NewPassword.random());
        letInFirst(new Door(api, mail), first, bootstrap);
        return first;
    }

    private static void letInFirst(Door door, Login operator, Bootstrap bootstrap) {
        long before = door.lettersTo(operator);
        if (before > 0) {
            door.askForLetter(operator);
        } else {
            bootstrap.inviteFirstOperator(operator.email(), DemoUser.OPERATOR.personName());
        }
        Answer _ = door.followLetter(operator, before);
    }

    /** Brings everybody in who is not there yet; the operator first, who then invites the others. */
    public void moveIn(Bootstrap bootstrap) {
        Login operator = logins.plan(DemoUser.OPERATOR);
        if (door.signIn(operator, null).status() != 201) {
            letInFirst(door, operator, bootstrap);
        }
        Api asOperator = api.as(person(DemoUser.OPERATOR).token(null));
        for (DemoUser user : DemoUser.values()) {
            if (user != DemoUser.OPERATOR) {
                Answer _ = door.letIn(asOperator, logins.plan(user), user.personName(), divisionRoles(user));
            }
        }
    }

    @Override
    public synchronized Person person(DemoUser user) {
        return known.computeIfAbsent(
                user,
                it -> new SignedIn(
                        door,
                        logins.of(it)
                                .orElseThrow(() -> new IllegalStateException(
                                        it + " is not known here yet. Begin anew with: ./motorpool up --fresh")),
                        clock));
    }

    @Override
    public Person newcomer(String name) {
        Login login = Login.ofSomebodyNew("hanbit");
        Api operator = api.as(person(DemoUser.OPERATOR).token(null));
        Answer _ = door.letIn(operator, login, name, List.of());
        return new SignedIn(door, login, clock);
    }

    @Override
    public synchronized void forgetTokens() {
        known.values().forEach(SignedIn::forgetTokens);
    }

    /** What somebody is to a company, their membership there says. */
    private static List<String> divisionRoles(DemoUser user) {
        return user.company().isPresent() ? List.of() : user.roles();
    }
}
