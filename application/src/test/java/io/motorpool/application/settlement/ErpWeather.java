package io.motorpool.application.settlement;

/** What an ERP, the pretended as well as the real one, can be made to do to whoever calls it. */
public interface ErpWeather {

    /** Nothing listens. */
    void givenOutOfReach();

    /** All is well again. */
    void givenWithinReach();

    /** The next thing that is created or changed is stored, and the answer gets lost. */
    void givenAnswerLost();

    /** The next thing that is created is stored long after the caller has lost patience; see {@link #passTime}. */
    void givenStoredLate();

    /** Lets the clock of the caller run until everything that was under way is over. */
    void passTime();

    /** Whatever is changed next is being worked on by somebody. */
    void givenLocked();
}
