package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal.TooManyAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The latest attempts to sign in with one login, known or not. Guessing is stopped where it comes from: at one source
 * after a few, at all unfamiliar ones after many. A device on which this login once succeeded is counted by itself and is
 * never stopped by what others do; so nobody can shut somebody else out.
 *
 * <p>An attempt is counted before the password is looked at, and forgiven when it was right: parallel guesses gain
 * nothing.
 *
 * @param attempts those that were not forgiven, the oldest first
 */
public record SignInGuard(LoginDigest login, List<Attempt> attempts) {

    /** How many attempts one source has … */
    public static final int PER_ORIGIN = 5;

    /** … in this time. */
    public static final Duration ORIGIN_WINDOW = Duration.ofMinutes(15);

    /** How many attempts all unfamiliar sources have together … */
    public static final int UNFAMILIAR = 50;

    /** … in this time. */
    public static final Duration UNFAMILIAR_WINDOW = Duration.ofHours(1);

    public SignInGuard {
        attempts = attempts.stream().sorted(Comparator.comparing(Attempt::at)).toList();
    }

    /** Where an attempt came from. */
    public sealed interface Origin {

        /** A device that proved to have signed in with this login before. */
        record Familiar(SecretDigest device) implements Origin {}

        /** Any other, known by its network only. */
        record Unfamiliar(SourceNetwork network) implements Origin {}
    }

    /** One try. */
    public record Attempt(Origin origin, Instant at) {}

    public static SignInGuard of(LoginDigest login) {
        return new SignInGuard(login, List.of());
    }

    /** Lets one more try through, and counts it. A try that is stopped is not counted: waiting always helps. */
    public Decision<SignInGuard, IdentityRefusal> admit(Origin origin, Instant now) {
        Instant from = Stream.of(
                        freeAgain(
                                within(ORIGIN_WINDOW, now)
                                        .filter(it -> it.origin().equals(origin)),
                                PER_ORIGIN,
                                ORIGIN_WINDOW,
                                now),
                        origin instanceof Origin.Unfamiliar
                                ? freeAgain(
                                        within(UNFAMILIAR_WINDOW, now).filter(SignInGuard::isUnfamiliar),
                                        UNFAMILIAR,
                                        UNFAMILIAR_WINDOW,
                                        now)
                                : now)
                .max(Comparator.naturalOrder())
                .orElse(now);
        return from.isAfter(now)
                ? refuse(new TooManyAttempts(Duration.between(now, from)))
                : accept(counting(new Attempt(origin, now), now));
    }

    /** The password was right: what this source got wrong before was the owner's own mistake. */
    public SignInGuard forgive(Origin origin) {
        return new SignInGuard(
                login,
                attempts.stream().filter(it -> !it.origin().equals(origin)).toList());
    }

    /** Nobody got to look at the password: this one attempt was none. */
    public SignInGuard withdraw(Attempt attempt) {
        List<Attempt> left = new ArrayList<>(attempts);
        left.remove(attempt);
        return new SignInGuard(login, left);
    }

    /** Whether there is nothing left to remember. */
    public boolean isOver(Instant now) {
        return within(UNFAMILIAR_WINDOW, now).findAny().isEmpty();
    }

    private SignInGuard counting(Attempt attempt, Instant now) {
        return new SignInGuard(
                login,
                Stream.concat(within(UNFAMILIAR_WINDOW, now), Stream.of(attempt))
                        .toList());
    }

    private Stream<Attempt> within(Duration window, Instant now) {
        return attempts.stream().filter(it -> it.at().plus(window).isAfter(now));
    }

    /** When one of the attempts that count leaves the window, if they are as many as may be. */
    private static Instant freeAgain(Stream<Attempt> counting, int most, Duration window, Instant now) {
        List<Attempt> counted = counting.toList();
        return counted.size() < most
                ? now
                : counted.get(counted.size() - most).at().plus(window);
    }

    private static boolean isUnfamiliar(Attempt attempt) {
        return attempt.origin() instanceof Origin.Unfamiliar;
    }
}
