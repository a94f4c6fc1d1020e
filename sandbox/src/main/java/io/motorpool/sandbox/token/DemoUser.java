package io.motorpool.sandbox.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of the demo. Whoever signs in has the id that Motorpool gave them; the ids here are those of stand-ins on a
 * test ground.
 */
public enum DemoUser {
    OPERATOR(1, "윤서준", null, "runs the division's daily business", "OPERATOR"),
    SUPPORT(2, "한지우", null, "answers when something goes wrong on the road", "SUPPORT_AGENT"),
    AUDITOR(3, "문채원", null, "reads everything, changes nothing", "AUDITOR"),
    ADMIN(4, "박서연", DemoCompany.HANBIT, "looks after the members of Hanbit", "COMPANY_ADMIN", "MEMBER"),
    MEMBER(5, "김민수", DemoCompany.HANBIT, "drives for Hanbit", "MEMBER"),
    COLLEAGUE(6, "이하은", DemoCompany.HANBIT, "drives the same vehicles", "MEMBER"),
    STRANGER(7, "정도윤", DemoCompany.DAON, "looks after the other company, Daon", "COMPANY_ADMIN", "MEMBER"),
    CLERK(8, "신예린", null, "prepares settlements", "SETTLEMENT_CLERK"),
    APPROVER(
            9,
            "노태현",
            null,
            "confirms settlements, and helps out as a clerk",
            "SETTLEMENT_APPROVER",
            "SETTLEMENT_CLERK"),
    CHAUFFEUR(10, "장민재", null, "drives a shuttle", "CHAUFFEUR");

    private final UUID id;
    private final String personName;
    private final @Nullable DemoCompany company;
    private final String describes;
    private final List<String> roles;

    DemoUser(int number, String personName, @Nullable DemoCompany company, String describes, String... roles) {
        this.id = UUID.fromString("0de00000-0000-4000-8000-%012d".formatted(number));
        this.personName = personName;
        this.company = company;
        this.describes = describes;
        this.roles = List.of(roles);
    }

    public static Optional<DemoUser> named(String name) {
        return Arrays.stream(values()).filter(user -> user.key().equals(name)).findFirst();
    }

    /** What one types: {@code ./motorpool token member}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the stand-in. */
    public UUID id() {
        return id;
    }

    /** What they sign in with. */
    public String email() {
        String domain = company == null ? "motorpool" : company.name().toLowerCase(Locale.ROOT);
        return key() + "@" + domain + ".example";
    }

    public String personName() {
        return personName;
    }

    /** The company for which the user acts; empty for the division's own people. */
    public Optional<DemoCompany> company() {
        return Optional.ofNullable(company);
    }

    public String describes() {
        return describes;
    }

    public List<String> roles() {
        return roles;
    }
}
