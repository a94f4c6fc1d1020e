package io.motorpool.application.fleet;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The division marks on the map where a company's vehicles stand. */
public interface LookAfterZones {

    Uni<Decision<ZoneView, Refusal>> define(Caller caller, CompanyId company, Outline outline);

    /** @param seen the version that the caller decided on */
    Uni<Decision<ZoneView, Refusal>> change(Caller caller, ZoneId zone, Version seen, Outline outline);

    /** Only an empty zone can be given up. */
    Uni<Decision<ZoneView, Refusal>> retire(Caller caller, ZoneId zone, Version seen);

    /** @param area absent when the marker alone says enough; otherwise it holds the point */
    record Outline(String name, GeoPoint point, @Nullable ZoneArea area) {
        public Outline {
            Text.check("a zone name", name, VirtualZone.LONGEST_NAME);
            if (area != null && !area.contains(point)) {
                throw new IllegalArgumentException("the point of a zone lies inside its area");
            }
        }
    }
}
