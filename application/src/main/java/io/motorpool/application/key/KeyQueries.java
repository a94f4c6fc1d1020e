package io.motorpool.application.key;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What callers want to know about keys. */
public interface KeyQueries {

    /** So many offers are told at once. A company has fewer vehicles with somebody at the wheel who leaves. */
    int MOST_OFFERS = 100;

    /** Offers of keys that wait for the caller's answer, for the company for which they act; those first that end first. */
    Uni<Decision<List<HandOver>, Refusal>> offers(Caller caller);

    /** Members see it of reservations that they drive, drove, or are offered; support sees it of all. */
    Uni<Decision<KeyView, Refusal>> ofReservation(Caller caller, ReservationId reservation);
}
