package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Operation;
import java.util.Optional;

/**
 * A workbook that was brought, to be sent back to where it came from.
 *
 * @param template the path of the operation that brought it
 * @param target the path and the query with which it was asked for
 */
record Workbook(String template, String target, byte[] bytes) {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Where it goes by this operation: to its own path, or to one that only goes on behind it. */
    Optional<String> destination(Operation operation) {
        if (!operation.template().startsWith(template)) {
            return Optional.empty();
        }
        String more = operation.template().substring(template.length());
        int query = target.indexOf('?');
        return Optional.of(query < 0 ? target + more : target.substring(0, query) + more + target.substring(query));
    }
}
