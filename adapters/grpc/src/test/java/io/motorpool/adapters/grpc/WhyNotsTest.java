package io.motorpool.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.motorpool.api.shared.v1.WhyNot;
import io.motorpool.application.shared.OneOfEach;
import org.junit.jupiter.api.Test;

class WhyNotsTest {

    @Test
    void what_is_shown_beforehand_is_what_would_be_answered() {
        assertThat(OneOfEach.refusals()).isNotEmpty().allSatisfy(refusal -> {
            WhyNot shown = WhyNots.of(refusal);
            ErrorInfo answered = Reasons.info(Statuses.of(refusal));
            assertThat(shown.getReason()).isEqualTo(answered.getReason());
            assertThat(shown.getMetadataMap()).containsAllEntriesOf(answered.getMetadataMap());
            assertThat(shown.getSentence()).isEqualTo(Statuses.of(refusal).getMessage());
        });
    }
}
