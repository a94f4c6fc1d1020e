package io.motorpool.domain.fleet;

import java.util.List;

/**
 * The ground that belongs to a zone: one simple ring, closed (the last point repeats the first), 4 to 200 points.
 * Drawn around less than about 20 km, so plane geometry on degrees is exact enough.
 */
public record ZoneArea(List<GeoPoint> ring) {

    public static final int FEWEST_POINTS = 4;
    public static final int MOST_POINTS = 200;
    public static final double WIDEST_DEGREES = 0.2;

    /** What subtracting two decimal degrees can be off by: 127.2 - 127.0 is a little more than 0.2. */
    private static final double ROUNDING = 1e-9;

    public ZoneArea {
        ring = List.copyOf(ring);
        if (ring.size() < FEWEST_POINTS || ring.size() > MOST_POINTS) {
            throw new IllegalArgumentException("an area has %d to %d points".formatted(FEWEST_POINTS, MOST_POINTS));
        }
        if (!ring.getFirst().equals(ring.getLast())) {
            throw new IllegalArgumentException("an area is closed: its last point repeats its first");
        }
        if (spread(ring) > WIDEST_DEGREES + ROUNDING) {
            throw new IllegalArgumentException("an area is at most %s degrees wide".formatted(WIDEST_DEGREES));
        }
        if (crossesItself(ring)) {
            throw new IllegalArgumentException("the edge of an area must not touch or cross itself");
        }
    }

    /** Whether the point lies inside or on the edge. */
    public boolean contains(GeoPoint point) {
        boolean inside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            GeoPoint from = ring.get(i);
            GeoPoint to = ring.get(i + 1);
            if (liesOn(from, to, point)) {
                return true;
            }
            if ((from.latitude() > point.latitude()) != (to.latitude() > point.latitude())
                    && point.longitude()
                            < (to.longitude() - from.longitude())
                                            * (point.latitude() - from.latitude())
                                            / (to.latitude() - from.latitude())
                                    + from.longitude()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The ring, begun where it begins, with the ground on the left of whoever walks along it. */
    public List<GeoPoint> counterclockwise() {
        return twiceTheGround() < 0 ? ring.reversed() : ring;
    }

    /** Below 0 when the ring runs clockwise. Counted from the first point, so that little is lost by rounding. */
    private double twiceTheGround() {
        GeoPoint origin = ring.getFirst();
        double sum = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            GeoPoint from = ring.get(i);
            GeoPoint to = ring.get(i + 1);
            sum += (from.longitude() - origin.longitude()) * (to.latitude() - origin.latitude())
                    - (to.longitude() - origin.longitude()) * (from.latitude() - origin.latitude());
        }
        return sum;
    }

    private static double spread(List<GeoPoint> ring) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (GeoPoint point : ring) {
            west = Math.min(west, point.longitude());
            east = Math.max(east, point.longitude());
            south = Math.min(south, point.latitude());
            north = Math.max(north, point.latitude());
        }
        return Math.max(east - west, north - south);
    }

    private static boolean crossesItself(List<GeoPoint> ring) {
        int edges = ring.size() - 1;
        for (int i = 0; i < edges; i++) {
            if (ring.get(i).equals(ring.get(i + 1))) {
                return true;
            }
            for (int j = i + 1; j < edges; j++) {
                boolean neighbours = j == i + 1 || (i == 0 && j == edges - 1);
                if (neighbours ? foldsBack(ring, i, j, edges) : touch(ring, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean foldsBack(List<GeoPoint> ring, int i, int j, int edges) {
        boolean following = j == i + 1;
        GeoPoint start = following ? ring.get(i) : ring.get(j);
        GeoPoint corner = following ? ring.get(j) : ring.get(0);
        GeoPoint end = following ? ring.get(j + 1) : ring.get(1);
        return edges > 2 && turn(start, corner, end) == 0 && (liesOn(start, corner, end) || liesOn(corner, end, start));
    }

    private static boolean touch(List<GeoPoint> ring, int i, int j) {
        GeoPoint a = ring.get(i);
        GeoPoint b = ring.get(i + 1);
        GeoPoint c = ring.get(j);
        GeoPoint d = ring.get(j + 1);
        return nearEachOther(a, b, c, d) && meet(a, b, c, d);
    }

    /** Whether the boxes around two edges meet: those of most edges of a ring do not, and nothing else has to be asked of them. */
    private static boolean nearEachOther(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) {
        return reach(a.longitude(), b.longitude(), c.longitude(), d.longitude())
                && reach(a.latitude(), b.latitude(), c.latitude(), d.latitude());
    }

    private static boolean reach(double a, double b, double c, double d) {
        return Math.min(a, b) <= Math.max(c, d) && Math.min(c, d) <= Math.max(a, b);
    }

    private static boolean meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) {
        return (turn(a, b, c) != turn(a, b, d) && turn(c, d, a) != turn(c, d, b))
                || liesOn(a, b, c)
                || liesOn(a, b, d)
                || liesOn(c, d, a)
                || liesOn(c, d, b);
    }

    private static int turn(GeoPoint a, GeoPoint b, GeoPoint c) {
        return (int) Math.signum((b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude()));
    }

    private static boolean liesOn(GeoPoint from, GeoPoint to, GeoPoint point) {
        return turn(from, to, point) == 0
                && point.longitude() >= Math.min(from.longitude(), to.longitude())
                && point.longitude() <= Math.max(from.longitude(), to.longitude())
                && point.latitude() >= Math.min(from.latitude(), to.latitude())
                && point.latitude() <= Math.max(from.latitude(), to.latitude());
    }
}
