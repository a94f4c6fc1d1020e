package io.motorpool.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.fuzz.contract.Complaint;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

    private final Complaints complaints = new Complaints();

    @Test
    void a_kind_is_told_once_with_its_first_example_and_all_its_places() {
        complaints.add(new Complaint("GET /a", "answers 500", "boom"), () -> "curl first");
        complaints.add(new Complaint("GET /b", "answers 500", "bang"), () -> "curl second");
        complaints.add(new Complaint("GET /a", "answers 500", "bong"), () -> "curl third");

        assertThat(complaints.lines())
                .singleElement()
                .asString()
                .startsWith("answers 500 (3 times: GET /a, GET /b)")
                .contains("at GET /a: boom", "curl first")
                .doesNotContain("second", "third");
    }

    @Test
    void there_is_an_end_to_what_is_told() {
        for (int i = 0; i < 100; i++) {
            complaints.add(new Complaint("GET /" + i, "answers " + i, "x".repeat(10_000)), () -> "curl");
        }

        assertThat(complaints.lines()).hasSize(41).allMatch(line -> line.length() < 600);
        assertThat(complaints.lines().getLast()).isEqualTo("and 60 more kinds");
    }
}
