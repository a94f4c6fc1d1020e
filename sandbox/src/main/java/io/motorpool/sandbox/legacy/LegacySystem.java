package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.SQLException;

/** Where a stand-in for the legacy system finds its database and its topic. It costs nothing until it is opened. */
public record LegacySystem(PostgresPart postgres, String bootstrapServers) {

    public LegacyStandIn open() throws SQLException {
        return LegacyStandIn.open(postgres, bootstrapServers);
    }
}
