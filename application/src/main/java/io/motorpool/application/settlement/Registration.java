package io.motorpool.application.settlement;

import java.util.List;

/** What became of a vehicle's record. */
public sealed interface Registration {

    /** The one record of the vehicle is as it was asked for, read back. */
    record Registered(String record) implements Registration {}

    /** It stays like this until somebody does something about it. */
    record Rejected(Reason reason) implements Registration {}

    /** Nobody can tell yet, or the ERP is not to be had: ask again. What was done is found then. */
    record Unclear(ErpTrouble trouble) implements Registration {}

    /** Why a person is needed. */
    sealed interface Reason {

        /** The ERP understood and said no. */
        record Declined(String code, String message) implements Reason {}

        /** A vehicle that is to be taken away is not known there. */
        record NeverRegistered() implements Reason {}

        /** More than one record for one vehicle. */
        record RegisteredMoreThanOnce(List<String> records) implements Reason {

            public RegisteredMoreThanOnce {
                records = List.copyOf(records);
            }
        }

        /** Read back, the record does not say what it was told: something in the ERP changes it. */
        record NotKept(String record, List<String> attributes) implements Reason {

            public NotKept {
                attributes = List.copyOf(attributes);
            }
        }
    }
}
