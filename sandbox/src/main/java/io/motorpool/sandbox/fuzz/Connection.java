package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.fuzz.contract.Asked;
import io.motorpool.sandbox.fuzz.contract.Complaint;
import io.motorpool.sandbox.fuzz.contract.Judge;
import io.motorpool.sandbox.fuzz.make.Courier;
import io.motorpool.sandbox.fuzz.wire.Curl;
import io.motorpool.sandbox.fuzz.wire.NoAnswerException;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Wire;
import java.util.Optional;

/** The one connection of a client: every answer that comes over it is judged and counted. */
final class Connection implements Courier {

    private static final int NO_ANSWER = 0;

    private final Wire wire;
    private final Judge judge;
    private final Tally tally;
    private final Complaints complaints;
    private final Curl curl;
    private final String seed;
    private int carried;

    /** @param seed what repeats the run, and which client of it this is */
    Connection(Wire wire, Judge judge, Tally tally, Complaints complaints, Curl curl, String seed) {
        this.wire = wire;
        this.judge = judge;
        this.tally = tally;
        this.complaints = complaints;
        this.curl = curl;
        this.seed = seed;
    }

    int carried() {
        return carried;
    }

    @Override
    public Optional<Received> carry(Asked asked, Label label) {
        carried++;
        try {
            Received received = wire.exchange(asked.sent());
            tally.count(label.operation(), received.status());
            judge.judge(asked, received).forEach(complaint -> complain(complaint, asked, label));
            return Optional.of(received);
        } catch (NoAnswerException none) {
            tally.count(label.operation(), NO_ANSWER);
            Complaint complaint =
                    new Complaint(label.operation(), "gives no answer", String.valueOf(none.getMessage()));
            complain(complaint, asked, label);
            return Optional.empty();
        }
    }

    private void complain(Complaint complaint, Asked asked, Label label) {
        int number = carried;
        complaints.add(
                complaint,
                () -> "%s, request %d, by %s, %s%n      %s"
                        .formatted(
                                seed,
                                number,
                                label.caller(),
                                label.faults().isEmpty() ? "sensible" : label.faults(),
                                curl.command(asked.sent())));
    }
}
