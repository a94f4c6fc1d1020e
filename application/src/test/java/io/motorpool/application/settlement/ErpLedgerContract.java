package io.motorpool.application.settlement;

import static io.motorpool.application.settlement.ErpFixtures.NOW;
import static io.motorpool.application.settlement.ErpFixtures.aCharge;
import static io.motorpool.application.settlement.ErpFixtures.aNumber;
import static io.motorpool.application.settlement.ErpFixtures.aReversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.Posting.Posted;
import io.motorpool.application.settlement.Posting.Reason;
import io.motorpool.application.settlement.Posting.Rejected;
import io.motorpool.application.settlement.Posting.Unclear;
import io.motorpool.application.shared.PortContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger promises, whatever the weather. */
public interface ErpLedgerContract extends PortContract, ErpWeather {

    ErpLedger ledger();

    /** The documents under the number, as somebody sees them who looks into the ERP. */
    List<Booked> booked(String number);

    /** Whatever is booked from now on shows amounts a hundred times too large. */
    void givenWonWithDecimals();

    /** Books the request once more, as somebody with other means than ours could. */
    void givenBookedByHand(BillingRequest request);

    /** Whether the ERP bills the customer. */
    void givenCustomerUnknown(BillingRequest request);

    /** @param reversal a credit, not a charge */
    record Booked(String document, boolean reversal, long won) {}

    @Test
    default void a_charge_is_posted_when_it_has_been_read_back() {
        BillingRequest charge = aCharge();

        Posting posting = post(charge);

        assertThat(booked(charge.number())).singleElement().satisfies(document -> {
            assertThat(posting).isEqualTo(new Posted(document.document()));
            assertThat(document.won()).isEqualTo(charge.total());
            assertThat(document.reversal()).isFalse();
        });
    }

    @Test
    default void a_look_up_tells_what_is_booked_and_books_nothing() {
        BillingRequest charge = aCharge();
        BillingRequest other = aCharge();
        Posting posted = post(charge);

        assertThat(lookUp(charge)).contains(posted);
        assertThat(lookUp(other)).isEmpty();
        assertThat(booked(charge.number())).hasSize(1);
        assertThat(booked(other.number())).isEmpty();
    }

    @Test
    default void a_reversal_is_posted_as_a_credit() {
        BillingRequest reversal = aReversal();

        Posting posting = post(reversal);

        assertThat(booked(reversal.number())).singleElement().satisfies(document -> {
            assertThat(posting).isEqualTo(new Posted(document.document()));
            assertThat(document.won()).isEqualTo(reversal.total());
            assertThat(document.reversal()).isTrue();
        });
    }

    @Test
    default void posting_twice_yields_the_same_document() {
        BillingRequest charge = aCharge();
        Posting first = post(charge);

        Posting second = post(charge);

        assertThat(second).isEqualTo(first);
        assertThat(booked(charge.number())).hasSize(1);
    }

    @Test
    default void an_answer_that_got_lost_is_found_out_and_leaves_one_document() {
        BillingRequest charge = aCharge();
        givenAnswerLost();

        Posting posting = postUntilClear(charge);

        assertThat(posting).isInstanceOf(Posted.class);
        assertThat(booked(charge.number())).hasSize(1);
    }

    @Test
    default void what_may_still_be_under_way_in_the_erp_is_not_created_again() {
        BillingRequest charge = aCharge();
        givenStoredLate();
        assertThat(post(charge)).isInstanceOf(Unclear.class);

        assertThat(post(charge, NOW))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().underWaySince())
                                .as("a mere look does not put off what may be created")
                                .isEqualTo(NOW));
        passTime();

        assertThat(post(charge, NOW)).isInstanceOf(Posted.class);
        assertThat(booked(charge.number())).hasSize(1);
    }

    @Test
    default void an_erp_that_cannot_be_reached_leaves_it_unclear_and_books_later() {
        BillingRequest charge = aCharge();
        givenOutOfReach();
        assertThat(post(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().notBefore()).isAfter(NOW));

        givenWithinReach();

        assertThat(postUntilClear(charge)).isInstanceOf(Posted.class);
        assertThat(booked(charge.number())).hasSize(1);
    }

    @Test
    default void a_wrong_scale_is_a_configuration_error_and_never_posted() {
        BillingRequest charge = aCharge(aNumber(), 990_000);
        givenWonWithDecimals();

        Posting posting = post(charge);

        assertThat(posting)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .isInstanceOfSatisfying(
                                        Reason.ScaleDiffers.class,
                                        reason -> assertThat(reason.found()).isEqualByComparingTo("99000000")));
    }

    @Test
    default void a_document_of_another_amount_under_our_number_is_never_posted() {
        BillingRequest charge = aCharge();
        givenBookedByHand(aCharge(charge.number(), 77_000));

        Posting posting = post(charge);

        assertThat(posting)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isInstanceOf(Reason.AmountDiffers.class));
        assertThat(booked(charge.number())).hasSize(1);
    }

    @Test
    default void two_documents_under_one_number_are_reported_with_their_numbers() {
        BillingRequest charge = aCharge();
        givenBookedByHand(charge);
        givenBookedByHand(charge);

        Posting posting = post(charge);

        assertThat(posting)
                .isEqualTo(new Rejected(new Reason.BookedMoreThanOnce(
                        booked(charge.number()).stream().map(Booked::document).toList())));
    }

    @Test
    default void what_the_erp_declines_is_not_booked_and_the_reason_is_told() {
        BillingRequest charge = aCharge();
        givenCustomerUnknown(charge);

        Posting posting = post(charge);

        assertThat(posting)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .isInstanceOfSatisfying(
                                        Reason.Declined.class,
                                        reason -> assertThat(reason.message()).isNotBlank()));
        assertThat(booked(charge.number())).isEmpty();
    }

    @Test
    default void thirty_two_requests_at_once_become_thirty_two_documents() throws Exception {
        List<BillingRequest> charges =
                Stream.generate(ErpFixtures::aCharge).limit(32).toList();

        List<Posting> postings = inParallel(charges);

        assertThat(postings)
                .hasSize(32)
                .allSatisfy(posting -> assertThat(posting).isInstanceOf(Posted.class));
        assertThat(charges)
                .allSatisfy(charge -> assertThat(booked(charge.number()))
                        .singleElement()
                        .satisfies(document -> assertThat(document.won()).isEqualTo(charge.total())));
    }

    default Optional<Posting> lookUp(BillingRequest request) {
        return result(() -> ledger().lookUp(request));
    }

    default Posting post(BillingRequest request) {
        return post(request, null);
    }

    default Posting post(BillingRequest request, @Nullable Instant askedBefore) {
        return result(() -> ledger().post(request, askedBefore));
    }

    /** As the application does it: each attempt knows of the one before, and none comes too early. */
    default Posting postUntilClear(BillingRequest request) {
        Posting posting = post(request);
        for (int attempt = 0; posting instanceof Unclear && attempt < 5; attempt++) {
            passTime();
            posting = post(request, ((Unclear) posting).trouble().underWaySince());
        }
        return posting;
    }

    default List<Posting> inParallel(List<BillingRequest> requests) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Posting>> under = requests.stream()
                    .map(request -> threads.submit(() -> post(request)))
                    .toList();
            List<Posting> postings = new ArrayList<>();
            for (Future<Posting> one : under) {
                postings.add(one.get());
            }
            return postings;
        }
    }
}
