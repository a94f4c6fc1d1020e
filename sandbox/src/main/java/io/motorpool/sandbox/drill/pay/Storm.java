package io.motorpool.sandbox.drill.pay;

import io.motorpool.sandbox.gateway.PaymentGateway;
import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.StandIn;
import java.time.Duration;

/** What it is like to talk to the gateway for a while. */
public enum Storm {
    DOWN("is down") {
        @Override
        public void begin(StandIn<PaymentGateway> gateway) {
            gateway.stop();
        }
    },
    LOSING_ANSWERS("drops every other answer after it has done what it was asked") {
        @Override
        public void begin(StandIn<PaymentGateway> gateway) {
            gateway.switchboard().everyOther(new Fault.LosesAnswer());
        }
    },
    FAILING_AFTERWARDS("says 500 to every other request after it has done it") {
        @Override
        public void begin(StandIn<PaymentGateway> gateway) {
            gateway.switchboard().everyOther(new Fault.FailsAfterwards());
        }
    },
    LATE("does what it was asked when nobody listens any more") {
        @Override
        public void begin(StandIn<PaymentGateway> gateway) {
            gateway.switchboard().everyOther(new Fault.TakesLong(Duration.ofMillis(1_500)));
        }
    };

    private final String describes;

    Storm(String describes) {
        this.describes = describes;
    }

    public String describes() {
        return describes;
    }

    public abstract void begin(StandIn<PaymentGateway> gateway);

    public void end(StandIn<PaymentGateway> gateway) {
        gateway.start();
        gateway.switchboard().calm();
    }
}
