# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Draws the schematic outlines of the Mu Us and Kubuqi sands: GeoData/zones/deserts_schematic.geojson.

A hand-placed ring of control points is smoothed (Catmull-Rom), moved out or in along its normals
until the area inside the city is the published one, and written with six decimals. Wherever the
ring crosses a banner's border it is led through the nearest vertex of that border: the overlay
banner x desert then has no vertex that is not already one of its inputs', and needs no rounding.

The outlines are drawings from geography, not survey. Usage: make_deserts.py GEODATA
"""
import json
import math
import sys
from pathlib import Path

from pyproj import Geod
from shapely import STRtree
from shapely.geometry import LineString, MultiPoint, Point, Polygon, shape
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

GEOD = Geod(ellps="WGS84")

# Counter-clockwise from the west, longitude and latitude in degrees.
KUBUQI = [
    (107.03, 40.06), (107.13, 39.93), (107.33, 39.90), (107.58, 39.98), (107.85, 40.10),
    (108.20, 40.13), (108.60, 40.17), (108.95, 40.15), (109.30, 40.18), (109.70, 40.13),
    (110.10, 40.11), (110.50, 40.05), (110.85, 39.97), (111.08, 39.93), (111.16, 39.99),
    (110.95, 40.09), (110.62, 40.17), (110.20, 40.29), (109.80, 40.33), (109.40, 40.38),
    (109.05, 40.41), (108.75, 40.48), (108.50, 40.61), (108.22, 40.70), (107.90, 40.70),
    (107.62, 40.64), (107.44, 40.51), (107.31, 40.35), (107.17, 40.23), (107.07, 40.15),
]
MU_US = [
    (106.99, 38.31), (107.06, 38.13), (107.30, 37.97), (107.42, 37.80), (107.80, 37.66),
    (108.20, 37.54), (108.60, 37.52), (108.95, 37.68), (109.15, 37.90), (109.35, 38.15),
    (109.60, 38.40), (109.85, 38.65), (110.10, 38.85), (110.23, 39.05), (110.17, 39.24),
    (109.98, 39.38), (109.70, 39.46), (109.40, 39.47), (109.12, 39.41), (108.82, 39.33),
    (108.50, 39.28), (108.12, 39.24), (107.78, 39.08), (107.50, 38.90), (107.26, 38.74),
    (107.06, 38.52),
]
DESERTS = [
    dict(id="mu_us", name_zh="毛乌素沙地", name_en="Mu Us Sandy Land", ring=MU_US, km2=31_800,
         steps=4),
    dict(id="kubuqi", name_zh="库布其沙漠", name_en="Kubuqi Desert", ring=KUBUQI, km2=14_100,
         steps=4),
]
NOTE = ("SCHEMATIC: drawn for Steppe from general geography so that its area inside Ordos is near "
        "the published {km2:,} km2; not a surveyed or official boundary")


def km2(geometry):
    """Area on the WGS 84 ellipsoid, km²."""
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def smoothed(points, steps):
    """A closed Catmull-Rom curve through the points, with a small fixed undulation."""
    ring, n = [], len(points)
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        for s in range(steps):
            t = s / steps
            xy = [0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                         + (3 * b - a - 3 * c + d) * t ** 3)
                  for a, b, c, d in zip(p0, p1, p2, p3)]
            phase = 2.399963 * (i * steps + s)
            ring.append((xy[0] + 0.012 * math.sin(phase), xy[1] + 0.009 * math.cos(1.7 * phase)))
    return ring


def displaced(ring, by):
    """Each vertex moved by `by` degrees of latitude along the outward normal."""
    out, n, shrink = [], len(ring), math.cos(math.radians(39.3))
    for i in range(n):
        (x0, y0), (x, y), (x1, y1) = ring[i - 1], ring[i], ring[(i + 1) % n]
        dx, dy = (x1 - x0) * shrink, y1 - y0
        length = math.hypot(dx, dy)
        out.append((x + by * dy / length / shrink, y - by * dx / length))
    return out


def led_through_vertices(ring, segments, vertices):
    """The ring, crossing the borders at the borders' own vertices only."""
    tree, corners = STRtree(segments), MultiPoint([Point(v) for v in vertices])
    own = list(corners.geoms)
    nearby = STRtree(own)
    ring = [(round(x, 5), round(y, 5)) for x, y in ring]
    for _ in range(60):
        changed, out = False, []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            out.append(a)
            edge = LineString([a, b])
            hits = [edge.intersection(segments[k]) for k in tree.query(edge, "intersects")]
            points = [h for h in hits if h.geom_type == "Point" and (h.x, h.y) not in vertices]
            if not points:
                continue
            first = min(points, key=lambda p: Point(a).distance(p))
            near = [own[k] for k in nearby.query(first.buffer(0.12))]
            best = min((v for v in near if (v.x, v.y) not in (a, b)), key=first.distance)
            out.append((best.x, best.y))
            changed = True
        ring = out
        # Vertices that crowd one of a border make needless kinks.
        kept = []
        for i, p in enumerate(ring):
            around = (ring[i - 1], ring[(i + 1) % len(ring)])
            crowded = p not in vertices and any(
                q in vertices and math.dist(p, q) < 0.02 for q in around)
            if not crowded and (not kept or kept[-1] != p):
                kept.append(p)
            else:
                changed = True
        ring = kept
        if not changed:
            return ring
    raise SystemExit("the ring cannot be led through border vertices: move its control points")


def outline(desert, city, segments, vertices):
    low, high = -0.06, 0.06
    best = None
    base = smoothed(desert["ring"], desert["steps"])
    for _ in range(14):
        by = (low + high) / 2
        polygon = Polygon(led_through_vertices(displaced(base, by), segments, vertices))
        inside = km2(polygon.intersection(city)) if polygon.is_valid else float("nan")
        if polygon.is_valid and (best is None or abs(inside - desert["km2"]) < best[0]):
            best = (abs(inside - desert["km2"]), polygon)
        low, high = (by, high) if inside < desert["km2"] else (low, by)
    return orient(best[1])


def main(geodata):
    zones = json.loads((geodata / "zones/ordos_banners.geojson").read_text(encoding="utf-8"))
    banners = [shape(f["geometry"]) for f in zones["features"]]
    city = unary_union(banners)
    segments, vertices = [], set()
    for banner in banners:
        corners = list(banner.exterior.coords)
        vertices.update(corners)
        segments += [LineString(pair) for pair in zip(corners, corners[1:])]
    features, drawn = [], []
    for desert in DESERTS:
        polygon = outline(desert, city, segments, vertices)
        drawn.append(polygon)
        inside, whole = km2(polygon.intersection(city)), km2(polygon)
        print(f"{desert['id']}: {inside:,.1f} km2 inside the city (published {desert['km2']:,}), "
              f"{whole:,.1f} in all, {len(polygon.exterior.coords) - 1} vertices")
        features.append({
            "type": "Feature",
            "properties": {
                "id": desert["id"], "name_zh": desert["name_zh"], "name_en": desert["name_en"],
                "schematic": True, "area_km2_in_city": round(inside, 1),
                "area_km2": round(whole, 1), "note": NOTE.format(km2=desert["km2"]),
            },
            "geometry": {"type": "Polygon", "coordinates": [
                [[round(x, 6), round(y, 6)] for x, y in polygon.exterior.coords]]},
        })
    assert all(p.is_valid for p in drawn) and not drawn[0].intersects(drawn[1])
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    (geodata / "zones/deserts_schematic.geojson").write_text(
        '{"type":"FeatureCollection","name":"deserts_schematic","features":[\n' + text + "\n]}\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
