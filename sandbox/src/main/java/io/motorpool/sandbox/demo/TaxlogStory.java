package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.shuttle.ShuttleDesk;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A day with a company's car becomes the tax driving log: judged, put right, decided, printed, closed, and verified. */
final class TaxlogStory implements Story {

    private final Clock clock;

    TaxlogStory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "taxlog";
    }

    @Override
    public String summary() {
        return "a day with a company's car becomes the tax driving log: judged, put right, decided, closed and verified";
    }

    @Override
    public void play(Stage stage) {
        LocalDate day = LocalDate.now(clock.withZone(ShuttleDesk.SEOUL))
                .minusMonths(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.WEDNESDAY));
        LoggedDay logged = new LoggedDay(stage, day, clock);
        logged.agree();
        stage.backstage().ifPresentOrElse(logged::drive, logged::remember);
        TaxReturn handedIn = new TaxReturn(stage, logged);
        handedIn.report();
        stage.backstage().ifPresent(_ -> handedIn.putRight());
        handedIn.export();
        handedIn.close();
        handedIn.verify();
        stage.tell(
                "That was a month's log. The story can be played as often as you like: each time for another company.");
    }
}
