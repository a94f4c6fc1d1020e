package io.motorpool.adapters.rest.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * One operation as the document has it, and what follows from it.
 *
 * @param isOpen whether nobody has to say who they are
 */
record Asked(
        String path,
        PathItem item,
        HttpMethod method,
        Operation operation,
        boolean isOpen,
        Map<String, Schema> schemas) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SCHEMAS = "#/components/schemas/";

    boolean changes() {
        return method != HttpMethod.GET;
    }

    boolean takesBody() {
        return operation.getRequestBody() != null;
    }

    /** As OAuth has it. */
    boolean takesForm() {
        return takesBody() && operation.getRequestBody().getContent().hasMediaType(FORM);
    }

    boolean takes(String header) {
        return parameters().stream()
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName()));
    }

    /** Whether something can be missing that the request names by its id, or is about: a service is no user. */
    boolean namesThings() {
        return path.contains("{") || path.matches(".*/me(/.*)?") || bodies().anyMatch(this::hasId);
    }

    private Stream<Schema> bodies() {
        return takesBody()
                ? operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .map(media -> named(media.getSchema()))
                : Stream.empty();
    }

    private boolean hasId(Schema body) {
        return body.getProperties() != null
                && body.getProperties().values().stream().anyMatch(this::isId);
    }

    /** One id, or several. */
    private boolean isId(Schema member) {
        Schema meant = named(member);
        return "uuid".equals(meant.getFormat()) || (meant.getItems() != null && isId(meant.getItems()));
    }

    private Schema named(Schema schema) {
        return schema.getRef() == null
                ? schema
                : Objects.requireNonNull(schemas.get(schema.getRef().substring(SCHEMAS.length())), schema.getRef());
    }

    private List<Parameter> parameters() {
        return Stream.of(operation.getParameters(), item.getParameters())
                .flatMap(found -> Optional.ofNullable(found).stream())
                .flatMap(List::stream)
                .toList();
    }
}
