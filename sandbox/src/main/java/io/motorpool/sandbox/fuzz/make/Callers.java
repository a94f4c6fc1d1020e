package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.token.Claims;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody who may or may not do something. */
final class Callers {

    /** The same in every run: nothing is kept of them. */
    private static final UUID OPERATOR = UUID.fromString("f0220000-0000-4000-8000-000000000001");

    private static final UUID OUTSIDER = UUID.fromString("f0220000-0000-4000-8000-000000000002");
    private static final UUID ELSEWHERE = UUID.fromString("f0220000-0000-4000-8000-000000000003");

    private final Badges badges;
    private final Dice dice;

    Callers(Badges badges, Dice dice) {
        this.badges = badges;
        this.dice = dice;
    }

    /** Who needs no token. */
    Caller anybody() {
        return saying("anybody", Optional.empty());
    }

    Caller division(String role) {
        return known("a " + role, Claims.division(OPERATOR, Instant.EPOCH, role));
    }

    Caller of(UUID user, UUID company, String... roles) {
        return known("a " + roles[0] + " of the company", Claims.business(user, company, Instant.EPOCH, roles));
    }

    /** Good tokens of people who have no business here. */
    Caller outsider(UUID company) {
        Claims member = Claims.business(OUTSIDER, company, Instant.EPOCH, "MEMBER");
        return switch (dice.below(6)) {
            case 0 -> known("a private person", Claims.personal(OUTSIDER, Instant.EPOCH));
            case 1 -> known("somebody without roles", member.withRoles());
            case 2 -> known("somebody with an unknown role", member.withRoles("EMPEROR"));
            case 3 ->
                known("the timers' own role", member.withProfile("DIVISION").withRoles("SCHEDULER"));
            default ->
                known(
                        "an administrator of another company",
                        Claims.business(OUTSIDER, ELSEWHERE, Instant.EPOCH, "COMPANY_ADMIN", "MEMBER"));
        };
    }

    /** Whoever this is, 401 is the answer. */
    Caller unknown(UUID company) {
        Claims good = Claims.division(OPERATOR, Instant.EPOCH, "OPERATOR");
        Claims member = Claims.business(OUTSIDER, company, Instant.EPOCH, "MEMBER");
        return switch (dice.below(12)) {
            case 0 -> saying("nobody", Optional.empty());
            case 1 -> saying("an empty header", Optional.of(""));
            case 2 -> saying("garbage", Optional.of("Bearer " + dice.text("abcXYZ0.-_", dice.between(1, 60))));
            case 3 -> saying("another scheme", Optional.of("Basic " + badges.good(good)));
            case 4 -> saying("a token cut short", Optional.of("Bearer " + cut(badges.good(good))));
            case 5 -> saying("a changed payload", Optional.of("Bearer " + changed(badges.good(good))));
            case 6 -> known("another issuer", good.withIssuer("https://elsewhere.example"));
            case 7 -> known("another audience", good.withAudience("laundry"));
            case 8 -> saying("an expired token", Optional.of("Bearer " + badges.expired(good)));
            case 9 -> known("an unknown profile", member.withProfile("GHOST"));
            case 10 -> known("business without a company", good.withProfile("BUSINESS"));
            default -> saying("a token without a signature", Optional.of("Bearer " + unsigned(badges.good(good))));
        };
    }

    private static Caller saying(String describes, Optional<String> header) {
        return new Caller(describes, null, null, () -> header);
    }

    private Caller known(String describes, Claims claims) {
        return new Caller(
                describes, claims.subject(), claims.company(), () -> Optional.of("Bearer " + badges.good(claims)));
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 40);
    }

    private static String changed(String token) {
        List<String> parts = List.of(token.split("\\."));
        String payload = parts.get(1);
        char other = payload.charAt(30) == 'A' ? 'B' : 'A';
        return parts.get(0) + "." + payload.substring(0, 30) + other + payload.substring(31) + "." + parts.get(2);
    }

    /** {@code {"alg":"none"}} in front, nothing behind. */
    private static String unsigned(String token) {
        return "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
    }
}
