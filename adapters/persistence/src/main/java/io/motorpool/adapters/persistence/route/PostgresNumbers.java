package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Numbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Sequences, which no transaction takes back. */
@ApplicationScoped
public class PostgresNumbers implements Numbers {

    @Override
    public Uni<Long> draw(Series series) {
        String question =
                switch (series) {
                    case VEHICLE_CONTRACT -> "SELECT nextval('vehicle_contract_number')";
                    case SETTLEMENT -> "SELECT nextval('settlement_number')";
                };
        return Sql.read(question, Map.of(), Columns::longNumber).map(List::getFirst);
    }
}
