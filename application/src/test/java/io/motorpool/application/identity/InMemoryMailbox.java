package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Letters for the test to open. */
final class InMemoryMailbox implements Mailbox {

    final List<Letter> letters = new CopyOnWriteArrayList<>();
    boolean outOfReach;

    @Override
    public Uni<Void> send(Letter letter) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (outOfReach) {
                throw new OutOfReachException("the mail server does not answer");
            }
            letters.add(letter);
        });
    }
}
