package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motorpool.adapters.rest.Problem.FieldError;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private final QueryParameters filter = new QueryParameters();

    /** Only its signatures are read. */
    @SuppressWarnings("unused")
    private static final class Operations {

        void list(
                @PathParam("id") String id,
                @QueryParam("subject") @Nullable String subject,
                @BeanParam Paging paging,
                @BeanParam Between between) {}

        void step(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, String body) {}
    }

    @Test
    void what_an_operation_declares_may_be_asked_wherever_it_is_declared() {
        Map<String, List<String>> asked = Map.of(
                "subject", List.of("x"),
                "cursor", List.of("x"),
                "limit", List.of("5"),
                "start", List.of("x"),
                "end", List.of("x"));

        assertThatCode(() -> filter.check(operation("list"), asked)).doesNotThrowAnyException();
        assertThatCode(() -> filter.check(operation("step"), Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limt", "Limit", "limit[]", "id", "paging", "seen", "If-Match"})
    void what_an_operation_does_not_know_is_refused_by_name(String name) {
        assertThat(errors("list", Map.of(name, List.of("5"), "limit", List.of("5"))))
                .containsExactly(new FieldError(name, "invalid", "is not known here"));
    }

    @Test
    void an_operation_without_parameters_takes_none() {
        assertThat(errors("step", Map.of("limit", List.of("5"))))
                .extracting(FieldError::field)
                .containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u0000", "자동차", "<script>"})
    void what_no_contract_could_contain_is_not_repeated(String name) {
        assertThat(errors("list", Map.of(name, List.of("5"))))
                .extracting(FieldError::field)
                .containsExactly("query");
    }

    @Test
    void one_parameter_says_one_thing() {
        assertThat(errors("list", Map.of("limit", List.of("5", "6"))))
                .containsExactly(new FieldError("limit", "invalid", "must be given once"));
        assertThat(errors("list", Map.of("limit", List.of(""))))
                .containsExactly(new FieldError("limit", "invalid", "must not be empty"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(errors("list", Map.of("limt", List.of("5"), "cursor", List.of(""), "limit", List.of("5"))))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("limt", "cursor");
    }

    private List<FieldError> errors(String operation, Map<String, List<String>> asked) {
        InvalidRequest refused =
                catchThrowableOfType(InvalidRequest.class, () -> filter.check(operation(operation), asked));
        assertThat(refused.problem().status()).isEqualTo(400);
        return refused.problem().errors();
    }

    private static Method operation(String name) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
