package io.motorpool.application.identity;

import io.motorpool.application.shared.OverloadedException;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Costs nothing, and hides nothing from whoever looks closely. */
public final class InMemoryPasswordHasher implements PasswordHasher {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();
    private volatile boolean overloaded;
    private volatile Runnable onCheck = () -> {};

    @Override
    public Uni<PasswordHash> hash(Password password) {
        return worked(() -> kept("new", password));
    }

    /** As {@link #hash} made them before somebody raised the effort. */
    public PasswordHash hashOfOldDays(Password password) {
        return kept("old", password);
    }

    @Override
    public Uni<Match> check(Password shown, PasswordHash kept) {
        return worked(() -> {
            checked.incrementAndGet();
            onCheck.run();
            if (!kept.text().endsWith("$" + plain(shown))) {
                return Match.NONE;
            }
            return kept.text().startsWith("$new$") ? Match.GOOD : Match.OUTDATED;
        });
    }

    @Override
    public Uni<Match> checkNobody(Password shown) {
        return worked(() -> {
            checked.incrementAndGet();
            return Match.NONE;
        });
    }

    /** How often somebody paid for a check, of a user or of nobody. */
    public int checked() {
        return checked.get();
    }

    /** What happens while a password is compared. */
    public void onCheck(Runnable meanwhile) {
        onCheck = meanwhile;
    }

    public void overloaded(boolean now) {
        overloaded = now;
    }

    private <T> Uni<T> worked(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            if (overloaded) {
                throw new OverloadedException("too many passwords wait to be hashed");
            }
            return work.get();
        });
    }

    private PasswordHash kept(String effort, Password password) {
        return new PasswordHash("$%s$%d$%s".formatted(effort, made.incrementAndGet(), plain(password)));
    }

    private static String plain(Password password) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Integer.toHexString(password.text().hashCode()).getBytes());
    }
}
