package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/companies", "/a?b=c", "/a?b=%2B09", "/%ED%95%9C?b=%ED%95%9C", "*"})
    void what_can_be_read_passes(String target) {
        assertThat(WellFormedTarget.isReadable(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b=%", "/a?b=%2", "/a?b=%zz", "/a?%g0=c", "/%", "/%zz/b?c=d"})
    void a_percent_sign_that_means_nothing_does_not(String target) {
        assertThat(WellFormedTarget.isReadable(target)).isFalse();
    }
}
