package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** A company whose November is confirmed: two runs and an extra cost, by one vehicle on one slot. */
record BilledMonth(CompanyId company, Slot slot, Run.Completed run, ExtraCost cost, SettlementView settlement) {

    /** Everything that a confirmed month consists of. */
    private static final List<String> TABLES = List.of(
            "route",
            "rate",
            "slot",
            "run",
            "vehicle_contract",
            "charge",
            "extra_cost",
            "settlement",
            "settlement_draft",
            "settlement_step",
            "snapshot",
            "seal_register");

    static BilledMonth confirmed(OnPostgres ground, PostgresOffice office) {
        CompanyId company = ground.givenCompany();
        Slot slot = ground.givenService(company, 45_000);
        ground.givenAccount(company);
        Run.Completed run = ground.givenCompleted(slot, RouteGround.day(2));
        Run.Completed _ = ground.givenCompleted(slot, RouteGround.day(3));
        ExtraCost cost = ground.given(ground.aCost(company, slot.route(), "R-1", 2_400, new UserId(Ids.next())));
        long _ = ground.givenCaptured(company);
        return new BilledMonth(company, slot, run, cost, office.confirmed(company));
    }

    /** The statement with this month's own ids in it. */
    String in(String statement) {
        return statement
                .replace("{company}", "'" + company + "'")
                .replace("{route}", "'" + slot.route() + "'")
                .replace("{slot}", "'" + slot.id() + "'")
                .replace("{run}", "'" + run.id() + "'")
                .replace("{cost}", "'" + cost.id() + "'")
                .replace("{settlement}", "'" + settlement.head().id() + "'")
                .replace("{app}", Login.ofApplication().user());
    }

    /** All rows of all companies; tests of a class run one after the other. */
    String rows() throws SQLException {
        String query = TABLES.stream()
                .map(table ->
                        "(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM " + table + " AS t)")
                .collect(Collectors.joining(" || ", "SELECT ", ""));
        try (Connection connection = Login.ofApplication().connect();
                Statement asked = connection.createStatement();
                ResultSet answer = asked.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
