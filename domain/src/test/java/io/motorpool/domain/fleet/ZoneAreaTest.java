package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The corners lie on a lattice whose steps are a power of two, so the degrees are exact and the answers can be compared
 * with plain integer geometry.
 */
class ZoneAreaTest {

    @Test
    void whichever_way_it_was_drawn_it_can_be_walked_with_the_ground_on_the_left() {
        List<GeoPoint> left = List.of(
                new GeoPoint(127.0, 37.4),
                new GeoPoint(127.1, 37.4),
                new GeoPoint(127.1, 37.5),
                new GeoPoint(127.0, 37.4));

        assertThat(new ZoneArea(left).counterclockwise()).isEqualTo(left);
        assertThat(new ZoneArea(left.reversed()).counterclockwise()).isEqualTo(left);
    }

    private static final double STEP = 1.0 / 1024;

    /** A corner of the lattice, some steps east and north of a place near Seoul. */
    private record Corner(int east, int north) {

        GeoPoint point() {
            return new GeoPoint(127 + east * STEP, 37.5 + north * STEP);
        }

        Corner to(Corner other) {
            return new Corner(other.east - east, other.north - north);
        }

        long cross(Corner other) {
            return (long) east * other.north - (long) north * other.east;
        }

        long dot(Corner other) {
            return (long) east * other.east + (long) north * other.north;
        }
    }

    @Test
    void three_corners_and_the_way_back_are_an_area() {
        assertThatCode(() -> area("0,0 4,0 0,4 0,0")).doesNotThrowAnyException();
    }

    @Test
    void fewer_points_are_not_an_area() {
        assertThatThrownBy(() -> area("0,0 4,0 0,0")).hasMessageContaining("4 to 200 points");
        assertThatThrownBy(() -> new ZoneArea(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_area_has_at_most_two_hundred_points() {
        assertThat(new ZoneArea(comb(200)).ring()).hasSize(200);
        assertThatThrownBy(() -> new ZoneArea(comb(201))).hasMessageContaining("4 to 200 points");
    }

    @Test
    void an_area_that_is_not_closed_is_refused() {
        assertThatThrownBy(() -> area("0,0 4,0 4,4 0,4")).hasMessageContaining("closed");
    }

    @Test
    void an_area_is_at_most_a_fifth_of_a_degree_wide_and_high() {
        assertThatCode(() -> triangle(0.2, 0.2)).doesNotThrowAnyException();
        assertThatCode(() -> new ZoneArea(List.of(
                        new GeoPoint(127.0, 37.4),
                        new GeoPoint(127.2, 37.4),
                        new GeoPoint(127.0, 37.6),
                        new GeoPoint(127.0, 37.4))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> triangle(0.2001, 0.1)).hasMessageContaining("0.2 degrees");
        assertThatThrownBy(() -> triangle(0.1, 0.2001)).hasMessageContaining("0.2 degrees");
    }

    @Test
    void an_edge_that_crosses_another_is_refused() {
        assertThatThrownBy(() -> area("0,0 4,4 4,0 0,4 0,0")).hasMessageContaining("touch or cross");
    }

    @Test
    void an_edge_that_touches_another_is_refused() {
        assertThatThrownBy(() -> area("0,0 8,0 8,4 4,0 0,4 0,0")).hasMessageContaining("touch or cross");
    }

    @Test
    void a_corner_that_is_used_twice_is_refused() {
        assertThatThrownBy(() -> area("0,0 2,2 4,0 4,4 2,2 0,4 0,0")).hasMessageContaining("touch or cross");
        assertThatThrownBy(() -> area("0,0 4,0 4,0 0,4 0,0")).hasMessageContaining("touch or cross");
    }

    @Test
    void a_line_there_and_back_encloses_nothing_and_is_refused() {
        assertThatThrownBy(() -> area("0,0 2,2 4,4 0,0")).hasMessageContaining("touch or cross");
        assertThatThrownBy(() -> area("0,0 0,0 0,0 0,0")).hasMessageContaining("touch or cross");
        assertThatThrownBy(() -> area("0,0 4,0 4,4 4,2 4,6 0,0")).hasMessageContaining("touch or cross");
        assertThatThrownBy(() -> area("2,0 4,0 4,4 0,4 0,0 3,0 2,0")).hasMessageContaining("touch or cross");
    }

    @Test
    void a_corner_in_the_middle_of_a_straight_edge_does_no_harm() {
        assertThatCode(() -> area("0,0 2,0 4,0 4,4 0,4 0,0")).doesNotThrowAnyException();
        assertThatCode(() -> area("2,0 4,0 4,4 0,4 0,0 2,0")).doesNotThrowAnyException();
    }

    @Test
    void the_corners_cannot_be_changed_from_outside() {
        List<GeoPoint> corners = new ArrayList<>(area("0,0 4,0 0,4 0,0").ring());
        ZoneArea area = new ZoneArea(corners);

        corners.clear();

        assertThat(area.ring()).hasSize(4);
    }

    @Test
    void what_lies_in_a_bay_is_outside() {
        ZoneArea horseshoe = area("0,0 6,0 6,6 4,6 4,2 2,2 2,6 0,6 0,0");

        assertThat(horseshoe.contains(new Corner(1, 5).point())).isTrue();
        assertThat(horseshoe.contains(new Corner(3, 5).point())).isFalse();
        assertThat(horseshoe.contains(new Corner(5, 5).point())).isTrue();
        assertThat(horseshoe.contains(new Corner(3, 2).point())).isTrue();
        assertThat(horseshoe.contains(new Corner(3, 6).point())).isFalse();
    }

    @Property
    void a_ring_is_an_area_exactly_when_its_edges_meet_only_at_their_common_corners(
            @ForAll("small rings") List<Corner> ring) {
        assertThat(isAnArea(ring)).isEqualTo(isSimple(ring));
    }

    @Property
    void an_area_holds_exactly_the_points_that_its_edge_winds_around(
            @ForAll("small rings") List<Corner> ring, @ForAll("small corners") Corner place) {
        Assume.that(isSimple(ring));

        assertThat(area(ring).contains(place.point())).isEqualTo(onTheEdge(ring, place) || windsAround(ring, place));
    }

    @Property
    void a_convex_area_holds_exactly_the_points_on_the_inner_side_of_all_its_edges(
            @ForAll("convex rings") List<Corner> ring, @ForAll("corners") Corner place) {
        boolean inside = edges(ring)
                .allMatch(edge ->
                        edge.getFirst().to(edge.getLast()).cross(edge.getFirst().to(place)) >= 0);

        assertThat(area(ring).contains(place.point())).isEqualTo(inside);
    }

    @Property
    void neither_the_first_corner_nor_the_direction_matters(
            @ForAll("convex rings") List<Corner> ring,
            @ForAll @IntRange(min = 0, max = 20) int turns,
            @ForAll("corners") Corner place) {
        List<Corner> open = ring.subList(0, ring.size() - 1);
        List<Corner> turned = IntStream.rangeClosed(turns, turns + open.size())
                .mapToObj(i -> open.get(i % open.size()))
                .toList();

        assertThat(area(turned).contains(place.point())).isEqualTo(area(ring).contains(place.point()));
        assertThat(area(turned.reversed()).contains(place.point()))
                .isEqualTo(area(ring).contains(place.point()));
    }

    @Property
    void every_corner_and_the_middle_of_every_edge_belong_to_the_area(@ForAll("convex rings") List<Corner> ring) {
        ZoneArea area = area(ring);

        assertThat(edges(ring)).allSatisfy(edge -> {
            GeoPoint from = edge.getFirst().point();
            GeoPoint to = edge.getLast().point();
            assertThat(area.contains(from)).isTrue();
            assertThat(area.contains(new GeoPoint(
                            (from.longitude() + to.longitude()) / 2, (from.latitude() + to.latitude()) / 2)))
                    .isTrue();
        });
    }

    @Provide("corners")
    Arbitrary<Corner> corners() {
        return cornersUpTo(200);
    }

    @Provide("small corners")
    Arbitrary<Corner> smallCorners() {
        return cornersUpTo(4);
    }

    /** Small enough that edges often touch, cross and fold back. */
    @Provide("small rings")
    Arbitrary<List<Corner>> smallRings() {
        return smallCorners().list().ofMinSize(3).ofMaxSize(6).map(ZoneAreaTest::closed);
    }

    @Provide("convex rings")
    Arbitrary<List<Corner>> convexRings() {
        return corners()
                .list()
                .ofMinSize(3)
                .ofMaxSize(12)
                .map(ZoneAreaTest::hull)
                .filter(hull -> hull.size() >= 3)
                .map(ZoneAreaTest::closed);
    }

    private static Arbitrary<Corner> cornersUpTo(int widest) {
        Arbitrary<Integer> steps = Arbitraries.integers().between(0, widest);
        return Combinators.combine(steps, steps).as(Corner::new);
    }

    /** The corners of the smallest convex shape around all of them, anticlockwise. */
    private static List<Corner> hull(List<Corner> corners) {
        List<Corner> sorted = corners.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Corner::east).thenComparingInt(Corner::north))
                .toList();
        List<Corner> hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        return hull;
    }

    private static List<Corner> half(List<Corner> sorted) {
        List<Corner> half = new ArrayList<>();
        for (Corner next : sorted) {
            while (half.size() >= 2
                    && half.get(half.size() - 2)
                                    .to(half.getLast())
                                    .cross(half.getLast().to(next))
                            <= 0) {
                half.removeLast();
            }
            half.add(next);
        }
        return half.subList(0, half.size() - 1);
    }

    private static boolean isSimple(List<Corner> ring) {
        List<List<Corner>> edges = edges(ring).toList();
        return IntStream.range(0, edges.size())
                .allMatch(i -> IntStream.range(i + 1, edges.size()).allMatch(j -> {
                    if (j == i + 1) {
                        return goesOn(edges.get(i), edges.get(j));
                    }
                    if (i == 0 && j == edges.size() - 1) {
                        return goesOn(edges.get(j), edges.get(i));
                    }
                    return !meet(edges.get(i), edges.get(j));
                }));
    }

    private static boolean goesOn(List<Corner> edge, List<Corner> following) {
        Corner one = edge.getFirst().to(edge.getLast());
        Corner two = following.getFirst().to(following.getLast());
        boolean nothing = one.dot(one) == 0 || two.dot(two) == 0;
        return !nothing && (one.cross(two) != 0 || one.dot(two) > 0);
    }

    /** Solves for how far along each of the two edges the lines through them meet. */
    private static boolean meet(List<Corner> one, List<Corner> two) {
        Corner r = one.getFirst().to(one.getLast());
        Corner s = two.getFirst().to(two.getLast());
        Corner between = one.getFirst().to(two.getFirst());
        long d = r.cross(s);
        if (d != 0) {
            return isFraction(between.cross(s), d) && isFraction(between.cross(r), d);
        }
        return Stream.of(one, two)
                .anyMatch(edge -> (edge.equals(one) ? two : one)
                        .stream().anyMatch(corner -> onTheEdge(edge.getFirst(), edge.getLast(), corner)));
    }

    private static boolean isFraction(long numerator, long denominator) {
        return denominator > 0
                ? numerator >= 0 && numerator <= denominator
                : numerator <= 0 && numerator >= denominator;
    }

    private static boolean onTheEdge(List<Corner> ring, Corner place) {
        return edges(ring).anyMatch(edge -> onTheEdge(edge.getFirst(), edge.getLast(), place));
    }

    private static boolean onTheEdge(Corner from, Corner to, Corner place) {
        return place.to(from).cross(place.to(to)) == 0 && place.to(from).dot(place.to(to)) <= 0;
    }

    private static boolean windsAround(List<Corner> ring, Corner place) {
        int winding = edges(ring)
                .mapToInt(edge -> {
                    Corner from = place.to(edge.getFirst());
                    Corner to = place.to(edge.getLast());
                    if (from.north <= 0 && to.north > 0) {
                        return from.cross(to) > 0 ? 1 : 0;
                    }
                    if (from.north > 0 && to.north <= 0) {
                        return from.cross(to) < 0 ? -1 : 0;
                    }
                    return 0;
                })
                .sum();
        return winding != 0;
    }

    private static Stream<List<Corner>> edges(List<Corner> ring) {
        return IntStream.range(0, ring.size() - 1).mapToObj(i -> ring.subList(i, i + 2));
    }

    private static List<Corner> closed(List<Corner> corners) {
        return Stream.concat(corners.stream(), Stream.of(corners.getFirst())).toList();
    }

    private static boolean isAnArea(List<Corner> ring) {
        try {
            return area(ring).ring().size() == ring.size();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ZoneArea area(String ring) {
        return area(Stream.of(ring.split(" "))
                .map(corner -> corner.split(","))
                .map(steps -> new Corner(Integer.parseInt(steps[0]), Integer.parseInt(steps[1])))
                .toList());
    }

    private static ZoneArea area(List<Corner> ring) {
        return new ZoneArea(ring.stream().map(Corner::point).toList());
    }

    private static ZoneArea triangle(double width, double height) {
        GeoPoint corner = new GeoPoint(0, 0);
        return new ZoneArea(List.of(corner, new GeoPoint(width, 0), new GeoPoint(0, height), corner));
    }

    /** A ring with this many points: along the bottom, then back along a jagged top. */
    private static List<GeoPoint> comb(int points) {
        int corners = points - 1;
        List<Corner> teeth = new ArrayList<>(List.of(new Corner(0, 0), new Corner(corners - 3, 0)));
        for (int i = corners - 3; i >= 0; i--) {
            teeth.add(new Corner(i, i % 2 == 0 ? 5 : 6));
        }
        return closed(teeth).stream().map(Corner::point).toList();
    }
}
