package io.motorpool.adapters.erp;

import static io.motorpool.application.settlement.ErpFixtures.NOW;
import static io.motorpool.application.settlement.ErpFixtures.aCharge;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.BillingRequest;
import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Posting.Posted;
import io.motorpool.application.settlement.Posting.Reason;
import io.motorpool.application.settlement.Posting.Rejected;
import io.motorpool.application.settlement.Posting.Unclear;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.sap.Switchboard;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever SAP does to a posting, one document remains. */
class LedgerInBadWeatherTest {

    private static final SapPart SAP = SapPart.temporaryNotStarted();
    private static final int MANY = 32;

    private final Switchboard switchboard = SAP.switchboard();
    private final MovedClock clock = ErpForTests.clock();
    private final SapEyes eyes = new SapEyes(SAP);
    private ErpConfig config = ErpForTests.config(SAP);
    private SapGateway gateway = ErpForTests.gateway(config);

    @BeforeAll
    static void start() {
        SAP.start();
    }

    @AfterAll
    static void end() {
        SAP.close();
    }

    @AfterEach
    void calm() {
        switchboard.calm();
        SAP.start();
        gateway.close();
    }

    static Stream<Fault> faultsOfOneWrite() {
        return Stream.of(
                new Fault.Refuses(500, Duration.ZERO),
                new Fault.Refuses(429, Duration.ofSeconds(1)),
                new Fault.Refuses(503, Duration.ofSeconds(1)),
                new Fault.FailsAfterwards(),
                new Fault.LosesAnswer(),
                new Fault.RotatesTokens(),
                new Fault.Locked("LEE"),
                new Fault.TakesLong(Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOneWrite")
    void one_call_outlives_one_fault_and_books_one_document(Fault fault) {
        BillingRequest charge = aCharge();
        switchboard.next(Meant.WRITES, fault);

        assertThat(post(charge)).isInstanceOf(Posted.class);

        assertThat(documents(charge)).isEqualTo(1);
    }

    static Stream<Fault> faultsOfOneLook() {
        return Stream.of(
                new Fault.Refuses(500, Duration.ZERO),
                new Fault.Refuses(429, Duration.ofSeconds(1)),
                new Fault.Refuses(503, Duration.ofSeconds(1)),
                new Fault.BreaksOff(),
                new Fault.TakesLong(Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOneLook")
    void a_look_is_simply_repeated(Fault fault) {
        BillingRequest charge = aCharge();
        switchboard.next(Meant.READS, fault);

        assertThat(post(charge)).isInstanceOf(Posted.class);

        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void a_connection_that_breaks_leaves_it_open_and_the_next_call_waits_until_it_must_be_over() {
        BillingRequest charge = aCharge();
        switchboard.next(Meant.WRITES, new Fault.BreaksOff());

        Posting first = post(charge);
        assertThat(first).isEqualTo(new Unclear(ErpTrouble.noAnswer(NOW, NOW.plus(config.underWay()))));
        assertThat(post(charge, NOW)).isEqualTo(first);
        assertThat(documents(charge)).isZero();

        clock.move(config.underWay());
        assertThat(post(charge, NOW)).isInstanceOf(Posted.class);
        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_lost_while_the_look_up_fails_too_stays_open() {
        BillingRequest charge = aCharge();
        warmUp();
        switchboard.next(Meant.WRITES, new Fault.LosesAnswer());
        switchboard.always(Meant.READS, new Fault.Refuses(500, Duration.ZERO));
        switchboard.next(Meant.READS, new Fault.TakesLong(Duration.ofMillis(1)));

        assertThat(post(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().mayBeUnderWay()).isTrue());

        switchboard.calm();
        settle();
        assertThat(post(charge, NOW)).isInstanceOf(Posted.class);
        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void what_is_stored_while_nobody_listens_any_more_is_not_stored_again() {
        BillingRequest charge = aCharge();
        gateway.close();
        gateway = ErpForTests.gateway(ErpForTests.impatient(SAP));
        switchboard.next(Meant.WRITES, new Fault.TakesLong(ErpForTests.IMPATIENT.plusMillis(700)));

        assertThat(post(charge)).isInstanceOf(Unclear.class);
        SapWeather.pause(Duration.ofSeconds(1));

        assertThat(post(charge, NOW)).isInstanceOf(Posted.class);
        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void one_write_that_finds_its_tokens_rotated_five_times_still_books_one_document() {
        switchboard.next(Meant.WRITES, new Fault.RotatesTokens(), 5);
        BillingRequest charge = aCharge();

        assertThat(post(charge)).isInstanceOf(Posted.class);

        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void tokens_that_rotate_under_thirty_two_parallel_writes_cost_few_fetches_and_no_document() {
        warmUp();
        switchboard.next(Meant.WRITES, new Fault.RotatesTokens());
        switchboard.next(Meant.WRITES, new Fault.TakesLong(Duration.ofMillis(1)), 12);
        switchboard.next(Meant.WRITES, new Fault.RotatesTokens());
        switchboard.next(Meant.WRITES, new Fault.TakesLong(Duration.ofMillis(1)), 12);
        switchboard.next(Meant.WRITES, new Fault.RotatesTokens());
        List<BillingRequest> charges =
                Stream.generate(ErpFixtures::aCharge).limit(MANY).toList();
        int reads = switchboard.reads();

        List<Posting> postings = inParallel(charges);

        assertThat(postings)
                .hasSize(MANY)
                .allSatisfy(posting -> assertThat(posting).isInstanceOf(Posted.class));
        assertThat(switchboard.reads() - reads)
                .as("two looks each, and the fetches")
                .isLessThanOrEqualTo(2 * MANY + 6);
        assertThat(charges).allSatisfy(charge -> assertThat(documents(charge)).isEqualTo(1));
    }

    @Test
    void thirty_two_at_once_while_every_other_write_is_turned_away_become_one_document_each() {
        switchboard.everyOtherWrite(new Fault.Refuses(429, Duration.ZERO));
        List<BillingRequest> charges =
                Stream.generate(ErpFixtures::aCharge).limit(MANY).toList();

        List<Posting> postings = inParallel(charges);
        switchboard.calm();

        for (int i = 0; i < MANY; i++) {
            if (postings.get(i) instanceof Unclear) {
                assertThat(post(charges.get(i))).isInstanceOf(Posted.class);
            }
        }
        assertThat(charges).allSatisfy(charge -> assertThat(documents(charge)).isEqualTo(1));
    }

    @Test
    void thirty_two_at_once_whose_answers_all_get_lost_become_one_document_each() {
        warmUp();
        switchboard.always(Meant.WRITES, new Fault.LosesAnswer());
        List<BillingRequest> charges =
                Stream.generate(ErpFixtures::aCharge).limit(MANY).toList();

        List<Posting> first = inParallel(charges);
        switchboard.calm();
        settle();

        for (int i = 0; i < MANY; i++) {
            assertThat(first.get(i) instanceof Posted ? first.get(i) : post(charges.get(i), NOW))
                    .isInstanceOf(Posted.class);
        }
        assertThat(charges).allSatisfy(charge -> assertThat(documents(charge)).isEqualTo(1));
    }

    @Test
    void a_sap_that_was_down_for_a_while_books_when_it_is_back_though_its_sessions_are_gone() {
        warmUp();
        BillingRequest charge = aCharge();
        SAP.stop();
        assertThat(post(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble())
                                .isEqualTo(ErpTrouble.nothingSent(
                                        ErpTrouble.Kind.OUT_OF_REACH, NOW.plus(config.askAgain()))));

        SAP.start();

        assertThat(post(charge)).isInstanceOf(Posted.class);
        assertThat(documents(charge)).isEqualTo(1);
    }

    @Test
    void a_sap_that_fails_on_and_on_is_left_alone_for_a_while() {
        switchboard.always(Meant.READS, new Fault.Refuses(500, Duration.ZERO));
        for (int i = 0; i < 8; i++) {
            assertThat(post(aCharge())).isInstanceOf(Unclear.class);
        }
        int asked = switchboard.reads();

        assertThat(post(aCharge()))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.OUT_OF_REACH));
        assertThat(switchboard.reads()).isEqualTo(asked);

        switchboard.calm();
        settle();
        assertThat(post(aCharge())).isInstanceOf(Posted.class);
    }

    @Test
    void a_sap_that_asks_for_much_patience_gets_it_from_the_caller() {
        switchboard.always(Meant.WRITES, new Fault.Refuses(429, Duration.ofSeconds(120)));
        BillingRequest charge = aCharge();

        assertThat(post(charge))
                .isEqualTo(new Unclear(ErpTrouble.nothingSent(ErpTrouble.Kind.OVERLOADED, NOW.plusSeconds(120))));
        assertThat(documents(charge)).isZero();
    }

    @Test
    void the_pause_that_sap_asks_for_is_kept() {
        switchboard.next(Meant.WRITES, new Fault.Refuses(429, Duration.ofSeconds(1)));
        long start = System.nanoTime();

        assertThat(post(aCharge())).isInstanceOf(Posted.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "0.01", "10"})
    void amounts_in_another_scale_are_never_posted(String factor) {
        switchboard.scaleAmounts(new BigDecimal(factor));

        assertThat(post(aCharge()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isInstanceOf(Reason.ScaleDiffers.class));
    }

    @Test
    void an_amount_that_is_simply_wrong_is_not_taken_for_a_matter_of_scale() {
        switchboard.scaleAmounts(new BigDecimal("1.1"));

        assertThat(post(aCharge()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isInstanceOf(Reason.AmountDiffers.class));
    }

    @Test
    void wrong_credentials_are_trouble_and_nothing_of_them_is_told() {
        gateway.close();
        config = ErpForTests.config(SAP, Map.of("motorpool.erp.sap.password", "s3cret-and-wrong"));
        gateway = ErpForTests.gateway(config);

        Posting posting = post(aCharge());

        assertThat(posting)
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.trouble().kind()).isEqualTo(ErpTrouble.Kind.NO_ACCESS));
        assertThat(posting.toString() + gateway + config).doesNotContain("s3cret");
    }

    @Test
    void a_document_of_ten_thousand_lines_but_one_is_booked_whole() {
        BillingRequest.BillingLine line =
                new BillingRequest.BillingLine(BillingRequest.LineKind.RUNS, "판교–강남 07:30", 1_234);
        BillingRequest charge = new BillingRequest(
                ErpFixtures.aNumber(),
                BillingRequest.BillingKind.CHARGE,
                ErpFixtures.CUSTOMER,
                ErpFixtures.BILLING_DATE,
                java.util.Collections.nCopies(BillingRequest.MOST_LINES, line));

        assertThat(post(charge)).isInstanceOf(Posted.class);
    }

    private void warmUp() {
        assertThat(post(aCharge())).isInstanceOf(Posted.class);
    }

    /** Until the breaker lets somebody through again. */
    private void settle() {
        SapWeather.pause(config.breaker().pause().plusMillis(100));
    }

    private Posting post(BillingRequest request) {
        return ledger().post(request, null).await().atMost(Duration.ofSeconds(60));
    }

    private Posting post(BillingRequest request, java.time.Instant askedBefore) {
        return ledger().post(request, askedBefore).await().atMost(Duration.ofSeconds(60));
    }

    private SapErpLedger ledger() {
        return new SapErpLedger(gateway, config, clock);
    }

    private List<Posting> inParallel(List<BillingRequest> requests) {
        return Uni.join()
                .all(requests.stream()
                        .map(request -> ledger().post(request, null))
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private int documents(BillingRequest request) {
        return eyes.see("/API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest?$filter=PurchaseOrderByCustomer%20eq%20'"
                        + request.number() + "'")
                .size();
    }
}
