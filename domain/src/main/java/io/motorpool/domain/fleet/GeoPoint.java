package io.motorpool.domain.fleet;

/**
 * A place on the map, WGS 84.
 *
 * @param longitude −180 to 180 degrees
 * @param latitude −90 to 90 degrees
 */
public record GeoPoint(double longitude, double latitude) {

    public GeoPoint {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("a longitude lies between -180 and 180 degrees");
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("a latitude lies between -90 and 90 degrees");
        }
    }
}
