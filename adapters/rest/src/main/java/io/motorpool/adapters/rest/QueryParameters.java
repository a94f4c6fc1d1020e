package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A parameter of a query is one that the operation knows, and says one thing. The framework overlooks one that is
 * misspelt, takes an empty one for one that is not there, and the first of several for the only one: each time it would
 * answer another question than the one that was asked.
 */
final class QueryParameters {

    private static final String WHOLE = "query";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuse(ResourceInfo resource, UriInfo asked) {
        check(resource.getResourceMethod(), asked.getQueryParameters());
    }

    void check(Method operation, Map<String, List<String>> asked) {
        if (asked.isEmpty()) {
            return;
        }
        Set<String> declared = known.computeIfAbsent(operation, QueryParameters::declared);
        List<FieldError> errors = asked.entrySet().stream()
                .flatMap(each -> fault(declared, each.getKey(), each.getValue()).stream()
                        .map(fault -> new FieldError(FieldNames.known(each.getKey(), WHOLE), "invalid", fault)))
                .toList();
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
    }

    private static Optional<String> fault(Set<String> declared, String name, List<String> values) {
        if (!declared.contains(name)) {
            return Optional.of("is not known here");
        }
        if (values.contains("")) {
            return Optional.of("must not be empty");
        }
        return values.size() > 1 ? Optional.of("must be given once") : Optional.empty();
    }

    private static Set<String> declared(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(QueryParameters::declared)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> declared(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(QueryParameters::named)
                : named(parameter);
    }

    private static Stream<String> named(AnnotatedElement element) {
        return Stream.of(element)
                .map(each -> each.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }
}
