package io.motorpool.sandbox.drill.bill;

import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.sap.Switchboard;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import java.time.Duration;

/** What it is like to talk to SAP for a while. */
public enum Weather {
    DOWN("is down") {
        @Override
        public void begin(SapPart sap) {
            sap.stop();
        }

        @Override
        public void end(SapPart sap) {
            sap.start();
        }
    },
    SLOW("takes two seconds for everything") {
        @Override
        void switchOn(Switchboard board) {
            board.always(Meant.WRITES, new Fault.TakesLong(TWO_SECONDS));
            board.always(Meant.READS, new Fault.TakesLong(TWO_SECONDS));
        }
    },
    FAILING("answers 500") {
        @Override
        void switchOn(Switchboard board) {
            board.always(Meant.WRITES, new Fault.Refuses(500, Duration.ZERO));
            board.always(Meant.READS, new Fault.Refuses(500, Duration.ZERO));
        }
    },
    THROTTLING("answers 429") {
        @Override
        void switchOn(Switchboard board) {
            board.always(Meant.WRITES, new Fault.Refuses(429, TWO_SECONDS));
            board.always(Meant.READS, new Fault.Refuses(429, TWO_SECONDS));
        }
    },
    LOSING_ANSWERS("drops every other answer after it has stored") {
        @Override
        void switchOn(Switchboard board) {
            board.everyOtherWrite(new Fault.LosesAnswer());
        }
    },
    FAILING_AFTERWARDS("says 500 to every other write after it has stored") {
        @Override
        void switchOn(Switchboard board) {
            board.everyOtherWrite(new Fault.FailsAfterwards());
        }
    },
    ROTATING_TOKENS("forgets all tokens at every other write") {
        @Override
        void switchOn(Switchboard board) {
            board.everyOtherWrite(new Fault.RotatesTokens());
        }
    },
    LOCKED("says that somebody else works on the record") {
        @Override
        void switchOn(Switchboard board) {
            board.always(Meant.WRITES, new Fault.Locked("LEE"));
        }
    };

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final String describes;

    Weather(String describes) {
        this.describes = describes;
    }

    public String describes() {
        return describes;
    }

    public void begin(SapPart sap) {
        switchOn(sap.switchboard());
    }

    public void end(SapPart sap) {
        sap.switchboard().calm();
    }

    void switchOn(Switchboard board) {
        board.calm();
    }
}
