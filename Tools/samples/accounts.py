# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Ledgers, polygons, plots and reference samples of the synthetic survey, and the truth of each.

Polygons are rectangles of meridians and parallels that lie within one banner, so their area has a
closed form and no overlay is needed to know what each banner holds.
"""
import json
import math

import numpy as np
import shapely

import grid
import plan
import truth
from signals import NDVI_NODATA, TYPES, cover_of

YEAR = 2020
HECTARE, KM2 = 1e4, 1e6
SINCE = 2016                       # the first year of the plan's period
ERODED, EARLIER = 45_000, 19_515   # km² in the city: illustrative
MEANS = {21: 30.0, 23: 5.0}        # m³/ha by class
SURVIVAL_LIMIT = 0.70
SHEEP_UNITS = {"sheep": 1.0, "goat": 0.9, "cattle": 6.0, "horse": 6.0}


def box_area(west, south, east, north):
    """Area of a rectangle of meridians and parallels on the WGS 84 ellipsoid, m²."""
    nodes, weights = np.polynomial.legendre.leggauss(9)
    middle, half = math.radians((south + north) / 2), math.radians((north - south) / 2)
    sine = np.sin(middle + half * nodes)
    density = (grid.SEMI_MAJOR ** 2 * (1 - grid.E2) * np.cos(middle + half * nodes)
               / (1 - grid.E2 * sine * sine) ** 2)
    return float((density * weights).sum() * half * math.radians(east - west))


def boxes(shape, size, count, start=0):
    """The first `count` rectangles of a lattice that lie well within a shape."""
    inner = shape.buffer(-0.01)
    west, south, east, north = shape.bounds
    found = []
    for j in range(int((north - south) / size) + 1):
        for i in range(int((east - west) / size) + 1):
            w, s = round(west + i * size, 4), round(south + j * size, 4)
            box = (w, s, round(w + size * 0.8, 4), round(s + size * 0.8, 4))
            if inner.contains(shapely.box(w, s, w + size, s + size)):
                found.append(box)
    step = max(1, (len(found) - start) // count)
    return found[start::step][:count]


def part(box, x0, x1, y0=0.0, y1=1.0):
    """A part of a rectangle, by fractions of its sides; corners have six decimals."""
    w, s, e, n = box
    return (round(w + (e - w) * x0, 6), round(s + (n - s) * y0, 6),
            round(w + (e - w) * x1, 6), round(s + (n - s) * y1, 6))


def geojson(path, rows):
    """Rectangles with their properties."""
    features = []
    for (w, s, e, n), properties in rows:
        ring = [[w, s], [e, s], [e, n], [w, n], [w, s]]
        features.append({"type": "Feature", "properties": {"synthetic": True} | properties,
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})
    text = ",\n".join(json.dumps(f, ensure_ascii=False) for f in features)
    path.write_text('{"type": "FeatureCollection", "features": [\n' + text + "\n]}\n",
                    encoding="utf-8")


class Figures:
    """Rows of truth.csv for each banner, and for the city from their sums."""

    def __init__(self, banners):
        self.names = {key: name for key, name, _ in banners}
        self.rows = []

    def add(self, indicator, tops, bottoms=None, year=YEAR, scale=100.0, unit="percent",
            city=None):
        places = [(k, self.names[k], tops[k], bottoms and bottoms[k]) for k in tops]
        total = city or (math.fsum(tops.values()), bottoms and math.fsum(bottoms.values()))
        for key, name, top, bottom in places + [(*truth.CITY, *total)]:
            if bottom is None:
                self.rows.append((year, key, name, indicator, top / scale, unit, top, ""))
            elif bottom > 0:
                self.rows.append(
                    (year, key, name, indicator, top / bottom * scale, unit, top, bottom))


def stands(folder, banners, figures, by_class):
    rows, volumes = [], {}
    for key, _, shape in banners:
        found = boxes(shape, 0.03, 3)
        volumes[key] = 0.0
        for box, per_hectare, kind in zip(found, (20.0, 35.5, 6.0), ("乔木林", "乔木林", "疏林")):
            rows.append((box, {"m3_per_ha": per_hectare, "kind": kind}))
            volumes[key] += box_area(*box) / HECTARE * per_hectare
    geojson(folder / "stands_2020.geojson", rows)
    figures.add("standing_volume_stands", volumes, scale=1e4, unit="wan_m3")
    for year in sorted({row[0] for row in by_class}):
        means = {key: math.fsum(row[4] / HECTARE * MEANS[row[3]] for row in by_class
                                if row[0] == year and row[1] == key and row[3] in MEANS)
                 for key, _, _ in banners}
        figures.add("standing_volume_class_means", means, year=year, scale=1e4, unit="wan_m3")


def afforestation(folder, banners, figures):
    rows, passed, verified = [], {}, {}
    for z, (key, _, _) in enumerate(banners):
        parcels = [(120 + 10 * z, 0.91), (80, 0.74 + 0.01 * z), (60, 0.55), (15 + z, 0.30)]
        rows += [(key, YEAR, area, f"{survival:.2f}") for area, survival in parcels]
        passed[key] = sum(a for a, s in parcels if round(s, 2) >= SURVIVAL_LIMIT) * HECTARE
        verified[key] = sum(a for a, _ in parcels) * HECTARE
    truth.write(folder / "afforestation.csv", "zone,year,area_ha,survival".split(","), rows)
    figures.add("afforestation_pass", passed, verified)


def livestock(folder, banners, figures, by_type):
    stock, forage, units, capacity = [], [], {}, {}
    for z, (key, _, _) in enumerate(banners):
        herd = {"sheep": 30_000 + 9_000 * z, "goat": 12_000 + 1_500 * z,
                "cattle": 2_000 + 310 * z, "horse": 150 + 20 * z}
        stock += [(key, YEAR, animal, count) for animal, count in herd.items()]
        units[key] = math.fsum(count * SHEEP_UNITS[animal] for animal, count in herd.items())
        hay = []
        for year, zone, _, code, _, area, _ in by_type:
            if (year, zone) != (YEAR, key):
                continue
            usable, yield_ = round(area / HECTARE * 0.6, 1), 400 + 80 * (7 - code)
            utilisation = 0.3 if code == 6 else 0.45
            forage.append((key, YEAR, code, usable, yield_, 0.85, utilisation))
            hay.append(usable * yield_ * 0.85 * utilisation)
        capacity[key] = math.fsum(hay) / (1.8 * 365)
    truth.write(folder / "livestock.csv", "zone,year,animal,count".split(","), stock)
    truth.write(folder / "forage.csv",
                "zone,year,type,area_ha,yield_kg_per_ha,edible,utilisation".split(","), forage)
    over = {key: units[key] - capacity[key] for key in units}
    figures.add("forage_balance", over, capacity)


def measures(folder, banners, figures):
    """Measures of soil conservation: two that overlap by half, and one that is gone."""
    rows, new, kept = [], {}, {}
    for key, _, shape in banners:
        first, third = boxes(shape, 0.03, 2)
        whole = (first, {"year": 2014, "kept": 1})
        shifted = ((round((first[0] + first[2]) / 2, 6), first[1],
                    round(first[2] + (first[2] - first[0]) / 4, 6), first[3]),
                   {"year": 2018, "kept": 1})
        rows += [whole, shifted, (third, {"year": 2019, "kept": 0})]
        fresh = box_area(first[2], first[1], shifted[0][2], first[3])
        new[key] = fresh + box_area(*third)
        kept[key] = box_area(*first) + fresh
    geojson(folder / "conservation.geojson", rows)
    figures.add("erosion_new", new, scale=KM2, unit="km2")
    figures.rows.append((YEAR, *truth.CITY, "erosion_ratio",
                         (math.fsum(kept.values()) + EARLIER * KM2) / (ERODED * KM2) * 100,
                         "percent", math.fsum(kept.values()) + EARLIER * KM2, ERODED * KM2))


def towns(folder, banners, figures):
    layers = {"built_up": [], "canopy": [], "green_land": [], "parks": []}
    built, canopy, green, parks, people, rows = {}, {}, {}, {}, {}, []
    for z, (key, _, shape) in enumerate(banners[:2]):
        box, = boxes(shape, 0.04, 1)
        pieces = {"built_up": box, "canopy": part(box, 0, 0.42), "green_land": part(box, 0, 0.36),
                  # Half of it lies outside the built-up area, and does not count.
                  "parks": (box[0], box[1] - 0.01, part(box, 0, 0.2)[2],
                            round(box[1] + 0.012, 6))}
        for layer, piece in pieces.items():
            layers[layer].append((piece, {"town": key}))
        built[key] = box_area(*box)
        canopy[key] = box_area(*pieces["canopy"])
        green[key] = box_area(*pieces["green_land"])
        w, _, e, n = pieces["parks"]
        parks[key] = box_area(w, box[1], e, n)
        residents, temporary = 60_000 - 25_000 * z, 2_000 + 500 * z
        rows.append((key, YEAR, residents, temporary))
        people[key] = float(residents + temporary)
    for layer, own in layers.items():
        geojson(folder / f"town_{layer}.geojson", own)
    truth.write(folder / "population.csv", "zone,year,residents,temporary".split(","), rows)
    figures.add("urban_green", canopy, built)
    figures.add("urban_green_land", green, built)
    figures.add("park_green", parks, people, scale=1.0, unit="m2_per_person")


def statistics(folder, banners):
    """Columns of statistics by banner in two years; each share rises from the first to the second."""
    columns = ("irrigation_net_m3,irrigation_gross_m3,fertiliser_uptake_t,fertiliser_applied_t,soil_test_ha,"
               "sown_ha,manure_used_t,manure_t,straw_used_t,straw_t,sponge_ha,built_up_ha,grassland_ha,"
               "basic_grassland_ha,soil_carbon_t,soil_area_ha,red_line_ha,permanent_farmland_ha").split(",")
    rows = []
    for later, year in enumerate((2015, YEAR)):
        for z, (key, _, _) in enumerate(banners):
            size = 10 + 3 * z
            shares = [(48 + 5 * later + z, 100_000 * size), (28 + 8 * later, 20 * size),
                      (70 + 18 * later + z, 200 * size), (60 + 22 * later, 5_000 * size),
                      (66 + 12 * later + z % 3, 3_000 * size), (4 + 14 * later + z, 20 * size)]
            row = [number for share, whole in shares for number in (share * whole // 100, whole)]
            grass = 32_000 * size
            rows.append((key, year, *row, grass, grass * 4 // 5, grass * (130 + 2 * later) // 10, grass,
                         9_000 * size, 1_900 * size))
    truth.write(folder / "statistics.csv", ["zone", "year", *columns], rows)


def deserts(folder, overlays, parts, figures):
    """A ledger of each desert's measures: two years, one of them treated twice."""
    for name, shapes in overlays.items():
        rows, treated = [], {}
        for key, shape in shapes.items():
            treated[key] = 0.0
            for index, box in enumerate(boxes(shape, 0.05, 6)):
                rows.append((box, {"year": 2016 + index % 4}))
                treated[key] += box_area(*box)
                if index == 0:
                    rows.append((part(box, 0.25, 0.75), {"year": 2020}))
        geojson(folder / f"ledger_{name}.geojson", rows)
        region = {key: area for key, _, area in parts[name].sums(None)}
        total = region.pop("all")
        treated = {key: treated[key] for key in region}
        figures.add(f"desert_{name}_ledger", treated, region,
                    city=(math.fsum(treated.values()), total))


def plots(folder, banners, rasters, kinds, shares, by_type, figures):
    """Plots, and the stated areas of grassland that weigh them."""
    stated = [(zone, code, round(area * 1.05 / HECTARE, 1))
              for year, zone, _, code, _, area, _ in by_type if year == YEAR and zone != "all"]
    truth.write(folder / "grassland_areas.csv", "zone,type,area_ha".split(","), stated)
    lon, lat = grid.centres()
    whole = np.argmax(np.stack(shares), axis=0)
    inside = np.max(np.stack(shares), axis=0) == 1
    rows, values = [], {}
    for year, (cover, dn, _) in rasters.items():
        fvc = cover_of(dn)
        grass = truth.is_a(cover, "grassland") & (dn != NDVI_NODATA) & inside
        for code, *_ in TYPES:
            cells = np.flatnonzero(grass & (kinds == code))
            for index in range(8):
                row, column = np.unravel_index(
                    cells[(2 * index + 1) * len(cells) // 16], cover.shape)
                wobble = 0.015 * (((index * 7 + code * 3 + year) % 5) - 2)
                measured = round(float(np.clip(0.03 + 0.94 * fvc[row, column] + wobble, 0, 1)), 4)
                zone = banners[whole[row, column]][0]
                rows.append((year, zone, code, measured, round(lon[column], 6),
                             round(lat[row], 6)))
                values.setdefault((year, code), []).append((zone, measured))
    truth.write(folder / "plots.csv", "year,zone,type,cover,lon,lat".split(","), rows)
    for year in rasters:
        seen = {(zone, code): mean for y, zone, _, code, _, _, mean in by_type if y == year}
        for indicator, cover_in in (
                ("grassland_cover_plots", lambda zone, code: mean_of(values[year, code], zone)),
                ("grassland_cover_fvc_by_type", lambda zone, code: seen.get((zone, code)))):
            tops, bottoms, lost = {}, {}, {}
            for zone, code, area in stated:
                mean = cover_in(zone, code)
                if mean is None:
                    lost[zone] = lost.get(zone, 0) + area
                    continue
                tops.setdefault(zone, []).append(area * HECTARE * mean)
                bottoms.setdefault(zone, []).append(area * HECTARE)
            tops = {key: math.fsum(parts) for key, parts in tops.items()}
            bottoms = {key: math.fsum(parts) for key, parts in bottoms.items()}
            assert all(lost.get(key, 0) * HECTARE < 0.005 * bottoms[key] for key in bottoms)
            figures.add(indicator, tops, bottoms, year=year)


def mean_of(plots, zone):
    """The mean of a type's plots in a zone; of all its plots where the zone has none."""
    own = [cover for place, cover in plots if place == zone] or [cover for _, cover in plots]
    return math.fsum(own) / len(own)


def scatter(shape, salt):
    """A number of 0…1 for each cell, from its row and column alone."""
    rows, columns = np.indices(shape, dtype=np.uint64)
    h = rows * np.uint64(0x9E3779B97F4A7C15) + columns * np.uint64(0xC2B2AE3D27D4EB4F)
    h = h + np.uint64(salt) * np.uint64(0x165667B19E3779F9)
    h ^= h >> np.uint64(31)
    h = h * np.uint64(0xD6E8FEB86659FD93)
    h ^= h >> np.uint64(32)
    h = h * np.uint64(0xD6E8FEB86659FD93)
    h ^= h >> np.uint64(32)
    return (h >> np.uint64(11)).astype(np.float64) / 2 ** 53


# What the map of 2020 took for something else: (map, truth, share of the map's class).
MISTAKES = [(22, 32, 0.06), (32, 22, 0.04), (32, 33, 0.05), (61, 33, 0.08), (12, 32, 0.05),
            (64, 32, 0.10), (21, 22, 0.07), (33, 61, 0.04), (31, 12, 0.05), (23, 22, 0.10)]
SAMPLES = 120  # of each class of the map


def samples(folder, cover, tally, total, row_area):
    """Reference samples of the map of 2020, and the areas that they estimate."""
    real = cover.copy()
    chance = scatter(cover.shape, 1)
    for taken in sorted({one for one, _, _ in MISTAKES}):
        low = 0.0
        for one, other, share in MISTAKES:
            if one == taken:
                real[(cover == one) & (chance >= low) & (chance < low + share)] = other
                low += share
    lon, lat = grid.centres()
    order = scatter(cover.shape, 5)
    rows = []
    for code in np.unique(cover[total > 0]):
        cells = np.flatnonzero((cover == code) & (total == 1))
        chosen = cells[np.argsort(order.ravel()[cells], kind="stable")][:SAMPLES]
        for cell in sorted(chosen):
            row, column = np.unravel_index(cell, cover.shape)
            rows.append((round(lon[column], 6), round(lat[row], 6), int(real[row, column])))
    truth.write(folder / "samples_2020.csv", "lon,lat,reference".split(","), rows)
    areas = [(int(code), tally.sums(None, real == code)[-1][2],
              tally.sums(None, cover == code)[-1][2]) for code in np.unique(cover[total > 0])]
    truth.write(folder / "truth_reference.csv", "class,area_m2,mapped_m2".split(","), areas)


def small_wetland(cover, area, limit=8 * HECTARE):
    """Cells of wetland and water whose patch, across corners, has less than 8 ha in the city."""
    wet = truth.is_a(cover, "wetland", "water")
    small = np.zeros(cover.shape, bool)
    seen = ~wet
    for start in zip(*np.nonzero(wet)):
        if seen[start]:
            continue
        stack, patch = [start], []
        seen[start] = True
        while stack:
            row, column = stack.pop()
            patch.append((row, column))
            for r in range(max(0, row - 1), min(cover.shape[0], row + 2)):
                for c in range(max(0, column - 1), min(cover.shape[1], column + 2)):
                    if not seen[r, c]:
                        seen[r, c] = True
                        stack.append((r, c))
        if math.fsum(area[cell] for cell in patch) < limit:
            for cell in patch:
                small[cell] = True
    return small
