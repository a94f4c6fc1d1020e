package io.motorpool.domain.key;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;

/**
 * Whether a colleague can take over a running reservation: an active member of the same company, licensed for the vehicle,
 * not driving elsewhere (P17), and willing to be offered keys (C3).
 *
 * @param around of the reservation's vehicle and the colleague
 */
public record Recipient(UserId user, InUse running, Surroundings around) {

    /** The reservation with the colleague as its driver, and why not, for the colleague to hear. */
    Decision<Changed<InUse>, Refusal> takesOver(Instant now) {
        return running.handTo(user, around, now).widened().then(changed -> {
            Member member = around.driver();
            return member != null && member.profile().acceptsHandOver()
                    ? accept(changed)
                    : refuse(new KeyRefusal.HandOverNotWanted());
        });
    }

    /** The same for somebody who had the key before: they need not wish for it. */
    Decision<Changed<InUse>, Refusal> drivesOn(Instant now) {
        return running.handTo(user, around, now).widened();
    }

    /** The same as taking over, for whoever offers: what a colleague lacks is not theirs to know (P19). */
    Decision<Changed<InUse>, KeyRefusal> couldTakeOver(Instant now) {
        return takesOver(now)
                .<Decision<Changed<InUse>, KeyRefusal>>fold(
                        Decision::accept, _ -> refuse(new KeyRefusal.RecipientNotEligible()));
    }
}
