package io.motorpool.domain.fleet;

/**
 * The part of the map that somebody looks at, WGS 84. It may reach over the 180th meridian: then its west lies east of its
 * east.
 */
public record BoundingBox(double west, double south, double east, double north) {

    public BoundingBox {
        checkCorner(west, south);
        checkCorner(east, north);
        if (south > north) {
            throw new IllegalArgumentException("the south of a box lies below its north");
        }
    }

    private static void checkCorner(double longitude, double latitude) {
        var _ = new GeoPoint(longitude, latitude);
    }

    /** The edges belong to it. */
    public boolean contains(GeoPoint point) {
        boolean between = west <= east
                ? west <= point.longitude() && point.longitude() <= east
                : west <= point.longitude() || point.longitude() <= east;
        return between && south <= point.latitude() && point.latitude() <= north;
    }
}
