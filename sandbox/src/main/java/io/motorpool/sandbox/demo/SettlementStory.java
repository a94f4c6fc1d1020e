package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.shuttle.ShuttleDesk;
import java.time.Clock;
import java.time.YearMonth;

/** A month of shuttles: driven, broken down, paid extra for, settled at one press, found in SAP, explained and corrected. */
final class SettlementStory implements Story {

    private final Clock clock;

    SettlementStory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public String summary() {
        return "a month of shuttles with a breakdown and extra costs is settled at one press, through SAP, and corrected";
    }

    @Override
    public void play(Stage stage) {
        YearMonth month = YearMonth.now(clock.withZone(ShuttleDesk.SEOUL)).minusMonths(1);
        ShuttleMonth driven = new ShuttleMonth(stage, month, clock);
        driven.contract();
        driven.drive();
        driven.breakDown();
        driven.goOnWithAnother();
        stage.backstage().ifPresent(driven::lookIntoSap);
        ShuttleBill bill = new ShuttleBill(stage, driven);
        bill.takeExtraCosts();
        bill.clearTheWay();
        bill.pressAsMaker();
        bill.press();
        bill.awaitPosted();
        bill.read();
        bill.explain();
        bill.verify();
        bill.correct();
        stage.tell("That was a month. The story can be played as often as you like: each time for another company.");
    }
}
