package io.motorpool.application.drivinglog;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.shared.UserId;
import java.util.Map;

/**
 * A sheet with everything that is shown on the official form. It is meant for the company that it belongs to; names in it do
 * not go into logs (P19).
 *
 * @param drivers everybody who drove a row, by who they are
 */
public record ShownSheet(Party party, String model, Plate plate, Map<UserId, Driver> drivers, LogSheet sheet) {

    public ShownSheet {
        drivers = Map.copyOf(drivers);
    }

    /** Whose log it is. */
    public record Party(String name, BusinessNumber businessNumber) {}

    /** How the form names a driver (부서, 성명); both empty if they are no member any more. */
    public record Driver(String department, String name) {

        static final Driver UNKNOWN = new Driver("", "");

        /** Never the name. */
        @Override
        public String toString() {
            return "Driver[…]";
        }
    }

    public Driver driverOf(LogSheet.Row row) {
        return drivers.getOrDefault(row.trip().driver(), Driver.UNKNOWN);
    }
}
