package io.motorpool.adapters.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void parameters_are_read_with_what_stands_for_something_else() {
        Form form = Form.read("a=one+two&b%20c=%3D%26&empty=&alone").orElseThrow();

        assertThat(form.get("a")).contains("one two");
        assertThat(form.get("b c")).contains("=&");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.get("alone")).isEmpty();
        assertThat(form.get("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&%61=1", "a=%", "a=%zz", "%=1", "a&a"})
    void what_is_no_form_or_says_something_twice_is_not_read(String text) {
        assertThat(Form.read(text)).isEmpty();
    }

    @Test
    void nothing_is_a_form_that_says_nothing() {
        assertThat(Form.read("")).isPresent();
        assertThat(Form.read("&&")).isPresent();
    }

    @Test
    void what_it_says_is_not_shown() {
        assertThat(Form.read("client_assertion=abc").orElseThrow().toString()).doesNotContain("abc");
    }
}
