package io.motorpool.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.demo.Stories;
import io.motorpool.sandbox.demo.Story;
import io.motorpool.sandbox.run.TemporarySandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code ./motorpool demo} plays, on a Motorpool of its own with the demo's data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesIT {

    private final TemporarySandbox sandbox = TemporarySandbox.start(ApplicationJar.builtIn(RunningSystem.project()));
    private final Map<String, String> transcripts = new HashMap<>();

    static List<Story> stories() {
        return Stories.ALL.entries();
    }

    @AfterAll
    void no_story_made_the_application_log_an_error() {
        List<String> errors = RunningSystem.errorsIn(sandbox.log());
        sandbox.close();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story_can_be_played_twice_and_never_shows_a_token(Story story) throws Exception {
        assertThat(first(story.name())).doesNotContain("Authorization", "eyJ");
        assertThat(played(story)).isNotEmpty();
    }

    @Test
    void the_reservation_story_shows_the_lost_race_the_relocation_the_late_return_and_what_others_were_told()
            throws Exception {
        String transcript = first("reservation");

        assertThat(transcript)
                .contains("\"code\" : \"vehicle-taken\"", "\"relocated\" : [ {", "\"overdue\" : true")
                .contains("\"atRisk\" : true", "\"name\" : \"서*호\"", "\"role\" : \"SUPPORT_AGENT\"")
                .contains("io.motorpool.reservation.reservation-at-risk.v1")
                .contains("io.motorpool.reservation.reservation-risk-cleared.v1");
    }

    @Test
    void the_settlement_story_shows_blockers_the_refused_maker_saps_documents_and_a_correction() throws Exception {
        String transcript = first("settlement");

        assertThat(transcript)
                .contains("\"cause\" : \"BREAKDOWN\"", "charges moved to VC")
                .contains("Equipment 10000", "installed at MP-", "not installed")
                .contains("\"code\" : \"cells-refused\"", "\"cell\" : \"특별비용!E3\"", "특별비용!A4", "특별비용!D5")
                .contains("RUNS_STILL_OPEN", "RUNS_UNPRICED", "NO_ERP_ACCOUNT", "maker-is-not-checker")
                .contains("\"status\" : \"POSTED\"", "1 debit memo request", "1 credit memo request")
                .contains("운행 정산서", "\"agrees\" : true", "\"intact\" : true", "\"snapshots\" : 3");
    }

    @Test
    void the_app_story_shows_the_zone_the_refused_card_the_key_that_passes_on_and_who_owes_it() throws Exception {
        String transcript = first("app");

        assertThat(transcript)
                .contains("\"truncated\" : false", "\"available\" : true", "\"postpaid\" : true")
                .contains(
                        "\"reason\" : \"personal-card-not-allowed\"",
                        "HAND_OVER_STATUS_KEY_GRANTED",
                        "\"expiresAt\" : ")
                .contains("\"reason\" : \"key-not-held\"", "\"untilKm\" : 21312", "\"untilKm\" : 21331")
                .contains("FEE_KIND_RESERVATION", "PAYMENT_STATUS_ON_LEDGER", "\"won\" : \"9000\"", "GET http");
    }

    @Test
    void the_taxlog_story_shows_a_review_a_correction_the_official_form_and_a_seal_that_holds() throws Exception {
        String transcript = first("taxlog");

        assertThat(transcript)
                .contains("\"PARTLY_IN_OCCUPANCY\" : 1", "\"addsUp\" : true", "\"code\" : \"reviews-open\"")
                .contains("\"gapKm\" : 315", "\"kind\" : \"READINGS_CORRECTED\"", "\"kind\" : \"TRIP_INSERTED\"")
                .contains("업무용승용차 운행기록부", "임도현", "송하준", "수기 반영", "업무 전용 시간", "업무 지정")
                .contains("as it was sealed", "\"code\" : \"log-closed\"");
    }

    @Test
    void the_reconciliation_story_shows_a_mismatch_its_test_that_it_is_cleared_and_another_one_that_is_known()
            throws Exception {
        String transcript = first("reconciliation");

        assertThat(transcript)
                .contains("\"kind\" : \"FIELD_DIFF\"", "\"path\" : \"/driver\"", "void both_systems_agree()")
                .contains("\"code\" : \"nothing-differs\"")
                .contains("DECISION_DIFF RESERVE OffGrid", "\"kind\" : \"KNOWN_DIFFERENCE\"")
                .contains("\"open\" : false", "SECONDS_TO_WATCH");
    }

    /** How it went when it was played for the first time. */
    private String first(String story) throws Exception {
        String known = transcripts.get(story);
        if (known != null) {
            return known;
        }
        String transcript = played(Stories.ALL.find(story).orElseThrow());
        transcripts.put(story, transcript);
        return transcript;
    }

    private String played(Story story) throws Exception {
        StringWriter transcript = new StringWriter();
        story.play(sandbox.stage(new PrintWriter(transcript)));
        return transcript.toString();
    }
}
