package io.motorpool.application.archfixture;

/** An out-port that nobody wrote a contract for. */
interface LeakyPort {

    void answer();
}
