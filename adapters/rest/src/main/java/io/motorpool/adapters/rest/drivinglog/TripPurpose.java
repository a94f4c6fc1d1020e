package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody drove for; letters have purposes too, so these are called after their trips. */
@Schema(name = "TripPurpose", description = "Commuting and other business are the company's; the rest is private")
enum TripPurpose {
    COMMUTE,
    BUSINESS,
    PRIVATE;

    static TripPurpose of(Purpose purpose) {
        return switch (purpose) {
            case COMMUTE -> COMMUTE;
            case BUSINESS -> BUSINESS;
            case PRIVATE -> PRIVATE;
        };
    }

    Purpose inModel() {
        return switch (this) {
            case COMMUTE -> Purpose.COMMUTE;
            case BUSINESS -> Purpose.BUSINESS;
            case PRIVATE -> Purpose.PRIVATE;
        };
    }
}
