package io.motorpool.adapters.persistence.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Between rows and the model. */
public final class ZoneMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ZoneMapper() {}

    static Versioned<VirtualZone> toDomain(ZoneRow row) {
        return new Versioned<>(
                new VirtualZone(
                        new ZoneId(row.id),
                        new CompanyId(row.companyId),
                        row.name,
                        new GeoPoint(row.longitude, row.latitude),
                        row.area == null ? null : area(row.area),
                        row.status),
                new Version(row.version));
    }

    static ZoneRow toRow(Versioned<VirtualZone> zone) {
        ZoneArea area = zone.value().area();
        ZoneRow row = new ZoneRow();
        row.id = zone.value().id().value();
        row.version = zone.version().value();
        row.companyId = zone.value().company().value();
        row.name = zone.value().name();
        row.longitude = zone.value().point().longitude();
        row.latitude = zone.value().point().latitude();
        row.area = area == null ? null : json(area);
        row.status = zone.value().status();
        return row;
    }

    static String json(ZoneArea area) {
        double[][] corners = area.ring().stream()
                .map(point -> new double[] {point.longitude(), point.latitude()})
                .toArray(double[][]::new);
        try {
            return JSON.writeValueAsString(corners);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ZoneArea area(String json) {
        try {
            return new ZoneArea(Arrays.stream(JSON.readValue(json, double[][].class))
                    .map(corner -> new GeoPoint(corner[0], corner[1]))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
