package io.motorpool.domain.route;

/** Why a vehicle serves a slot: it was dispatched (배차), took another's place (대차), or came back. */
public enum ContractCause {
    DISPATCH,
    BREAKDOWN,
    INSPECTION,
    ACCIDENT,
    CHAUFFEUR_CHANGE,
    RECORD_CORRECTION,
    RETURN_TO_SERVICE;

    /** Whether it is a reason for which one vehicle or chauffeur takes the place of another. */
    public boolean isForSubstitution() {
        return switch (this) {
            case BREAKDOWN, INSPECTION, ACCIDENT, CHAUFFEUR_CHANGE, RECORD_CORRECTION -> true;
            case DISPATCH, RETURN_TO_SERVICE -> false;
        };
    }
}
