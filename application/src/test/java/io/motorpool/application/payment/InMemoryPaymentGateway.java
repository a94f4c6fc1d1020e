package io.motorpool.application.payment;

import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.GatewayRequest;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A gateway in memory, whose books a test can read and whose answers it can lose. */
public final class InMemoryPaymentGateway implements PaymentGateway {

    private enum Standing {
        HELD,
        TAKEN,
        RELEASED,
        REFUSED
    }

    private record Entry(Money amount, Standing standing) {}

    private final Map<PaymentId, Entry> books = new HashMap<>();
    private final Set<CardToken> bad = new HashSet<>();
    private boolean losingAnswers;
    private int asked;

    public void loseAnswers(boolean lose) {
        losingAnswers = lose;
    }

    /** Its bank does not pay. */
    public void goesBad(CardToken token) {
        bad.add(token);
    }

    public int timesAsked() {
        return asked;
    }

    /** What was taken, by payment. */
    public Map<PaymentId, Money> taken() {
        return books.entrySet().stream()
                .filter(entry -> entry.getValue().standing() == Standing.TAKEN)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().amount()));
    }

    /** How many payments hold something that is neither taken nor released. */
    public long held() {
        return books.values().stream()
                .filter(entry -> entry.standing() == Standing.HELD)
                .count();
    }

    @Override
    public Uni<GatewayAnswer> ask(GatewayRequest request, CardToken token) {
        return Uni.createFrom().item(() -> {
            GatewayAnswer answer = carryOut(request, token);
            return losingAnswers ? new GatewayAnswer.Unclear() : answer;
        });
    }

    private synchronized GatewayAnswer carryOut(GatewayRequest request, CardToken token) {
        asked++;
        return switch (request) {
            case GatewayRequest.Hold hold -> hold(hold, token);
            case GatewayRequest.Take take -> {
                books.computeIfPresent(
                        take.payment(),
                        (_, entry) ->
                                entry.standing() == Standing.HELD ? new Entry(take.amount(), Standing.TAKEN) : entry);
                yield new GatewayAnswer.Taken();
            }
            case GatewayRequest.Release release -> {
                books.computeIfPresent(
                        release.payment(),
                        (_, entry) -> entry.standing() == Standing.HELD
                                ? new Entry(entry.amount(), Standing.RELEASED)
                                : entry);
                yield new GatewayAnswer.Released();
            }
        };
    }

    private GatewayAnswer hold(GatewayRequest.Hold hold, CardToken token) {
        Entry entry = books.computeIfAbsent(
                hold.payment(), _ -> new Entry(hold.amount(), bad.contains(token) ? Standing.REFUSED : Standing.HELD));
        return entry.standing() == Standing.REFUSED
                ? new GatewayAnswer.Refused(DeclineReason.BY_ISSUER)
                : new GatewayAnswer.Held(new GatewayReference("auth-" + hold.payment()));
    }
}
