package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.run.SandboxFolder;
import io.motorpool.sandbox.run.SandboxState;

/** Where everything of a running sandbox is found. */
final class Addresses {

    private Addresses() {}

    static String of(SandboxState state, SandboxFolder folder) {
        return """
                  API         %1$s/api/v1
                  gRPC        %10$s
                  Swagger UI  %1$s/q/swagger-ui
                  Health      %1$s/q/health
                  PostgreSQL  %2$s
                  Kafka       %3$s
                  Keys        %4$s/.well-known/jwks.json
                  Mail        ./motorpool mails
                  SAP         %5$s (a stand-in)
                  Vehicles    %6$s (a stand-in)
                  Gateway     %7$s (a stand-in)
                  Passwords   %8$s
                  Logs        %9$s""".formatted(
                        state.url(),
                        state.jdbcUrl(),
                        state.bootstrapServers(),
                        state.published(),
                        state.sap(),
                        state.telematics(),
                        state.gateway(),
                        folder.logins(),
                        folder.logs(),
                        state.grpc())
                .indent(2)
                .stripTrailing();
    }
}
