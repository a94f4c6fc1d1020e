package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.Propulsion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What moves a vehicle. A client that does not know of it yet leaves it out, and nothing is changed by that. */
@Schema(name = "Drive")
public record DriveBody(
        @Schema(required = true, implementation = Propulsion.class) @Nullable
        String propulsion,

        @Schema(
                required = true,
                minimum = "1",
                maximum = "2000",
                examples = "458",
                description = "Whole kilometres that it goes fully charged or with a full tank")
        @Nullable
        Integer rangeKm) {

    public static DriveBody of(Drive drive) {
        return new DriveBody(drive.propulsion().name(), drive.rangeKm());
    }

    /** Absent when it is not given. */
    public static Field<Drive> read(Input in, String field, @Nullable DriveBody body) {
        if (body == null) {
            return in.absent();
        }
        Field<Propulsion> moved = in.oneOf(Propulsion.class, field + ".propulsion", body.propulsion());
        Field<Integer> range = in.given(field + ".rangeKm", body.rangeKm(), Drive::checkedRange);
        return in.made(field, () -> new Drive(moved.get(), range.get()));
    }
}
