package io.motorpool.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DiscretionTest {

    @Test
    void secrets_are_hidden_wherever_they_stand_and_everything_else_is_shown() throws Exception {
        JsonNode said = new ObjectMapper().readTree("""
                {"user": "1", "accessToken": "abc", "more": [{"refreshToken": "defg", "name": "n"}], "password": null}""");

        String shown = Discretion.about(said).toString();

        assertThat(shown)
                .doesNotContain("abc", "defg")
                .contains("(3 characters, not shown)", "(4 characters, not shown)");
        assertThat(shown).contains("\"user\":\"1\"", "\"name\":\"n\"", "\"password\":null");
        assertThat(said.toString()).contains("abc");
    }

    @Test
    void a_request_may_be_json_or_a_form() {
        assertThat(Discretion.about("{\"email\":\"a@b.example\",\"password\":\"correct horse\"}"))
                .isEqualTo("{\"email\":\"a@b.example\",\"password\":\"(13 characters, not shown)\"}");
        assertThat(Discretion.about("grant_type=client_credentials&client_assertion=eyJ0"))
                .isEqualTo("grant_type=client_credentials&client_assertion=(4 characters, not shown)");
        assertThat(Discretion.about("")).isEmpty();
    }
}
