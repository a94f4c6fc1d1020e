package io.motorpool.adapters.erp;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where SAP is, as whom we speak to it, for how long we wait; and how its people have set it up. */
interface ErpConfig {

    /** Under which the services lie: {@code https://host/sap/opu/odata/sap}. */
    URI url();

    String user();

    String password();

    @WithDefault("2s")
    Duration connectWithin();

    /** For one request, its place in the queue included. */
    @WithDefault("20s")
    Duration answerWithin();

    /** How many requests are under way at once. */
    @WithDefault("8")
    int lanes();

    /** How many may wait for a lane; more are turned away at once. */
    @WithDefault("512")
    int queue();

    Retries retries();

    Breaker breaker();

    /**
     * After which a request that was never answered must be over inside SAP: the longest run time of its work processes
     * and then some. Until then nothing is created a second time.
     */
    @WithDefault("15m")
    Duration underWay();

    /** When it makes sense to try again what could not be done now. */
    @WithDefault("30s")
    Duration askAgain();

    Sales sales();

    Fleet fleet();

    /** Within one call. What takes longer is left to the caller, who comes again. */
    interface Retries {

        @WithDefault("3")
        int most();

        @WithDefault("250ms")
        Duration firstWait();

        /** Also how much patience SAP may ask for before the call gives up. */
        @WithDefault("5s")
        Duration longestWait();
    }

    /** Stops asking an SAP that does not answer anyway. */
    interface Breaker {

        @WithDefault("20")
        int window();

        @WithDefault("0.6")
        double failureRatio();

        @WithDefault("10s")
        Duration pause();
    }

    /** How settlements become requests for debit and credit memos. */
    interface Sales {

        String organization();

        @WithDefault("10")
        String channel();

        @WithDefault("00")
        String division();

        @WithDefault("DR")
        String debitType();

        @WithDefault("CR")
        String creditType();

        @WithDefault("001")
        String debitReason();

        @WithDefault("002")
        String creditReason();

        @WithDefault("PPR0")
        String priceCondition();

        /** Who gets the bill. */
        @WithDefault("RE")
        String billToFunction();

        String profitCenter();

        Materials materials();
    }

    /** What SAP calls that which a line is for. */
    interface Materials {

        @WithDefault("MP-RUNS")
        String runs();

        @WithDefault("MP-EXTRA")
        String extraCost();

        @WithDefault("MP-ADJUST")
        String adjustment();
    }

    /** How vehicles become equipment. */
    interface Fleet {

        @WithDefault("F")
        String category();

        @WithDefault("MP-SHUTTLE")
        String objectType();

        String companyCode();

        String costCenter();

        /** Before the slot's reference, in the label of its functional location. */
        @WithDefault("MP-")
        String locationPrefix();
    }
}
