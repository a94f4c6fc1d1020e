package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpWeather;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.PortContract;
import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** The weather of the contracts, made by the stand-in's switchboard. */
interface SapWeather extends ErpWeather, PortContract {

    /** Longer than the impatient wait for an answer. */
    Duration LATE = ErpForTests.IMPATIENT.plusMillis(800);

    SapPart sap();

    MovedClock clock();

    /** From now on the adapter waits too short a time. */
    void becomeImpatient();

    @Override
    default void givenOutOfReach() {
        sap().stop();
    }

    @Override
    default void givenWithinReach() {
        sap().start();
    }

    @Override
    default void givenAnswerLost() {
        sap().switchboard().next(Meant.WRITES, new Fault.LosesAnswer());
    }

    @Override
    default void givenStoredLate() {
        becomeImpatient();
        sap().switchboard().next(Meant.WRITES, new Fault.TakesLong(LATE));
    }

    @Override
    default void givenLocked() {
        sap().switchboard().next(Meant.WRITES, new Fault.Locked("LEE"), 2);
    }

    @Override
    default void passTime() {
        pause(LATE.minus(ErpForTests.IMPATIENT).plusMillis(300));
        clock().move(Duration.ofHours(1));
    }

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        return result(work);
    }

    @Override
    default <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().atMost(Duration.ofSeconds(60));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
