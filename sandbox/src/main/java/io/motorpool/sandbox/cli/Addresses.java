package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.run.SandboxFolder;
import io.motorpool.sandbox.run.SandboxState;

/** Where everything of a running sandbox is found. */
final class Addresses {

    private Addresses() {}

    static String of(SandboxState state, SandboxFolder folder) {
        return """
                  API         %1$s/api/v1
                  Swagger UI  %1$s/q/swagger-ui
                  Health      %1$s/q/health
                  PostgreSQL  %2$s
                  Kafka       %3$s
                  SAP         %4$s (a stand-in)
                  Logs        %5$s""".formatted(state.url(), state.jdbcUrl(), state.bootstrapServers(), state.sap(), folder.logs())
                .indent(2)
                .stripTrailing();
    }
}
