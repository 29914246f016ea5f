# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""A group of cases measured by Steppe, by the oracle and by exactextract, and how far they are apart.

What Steppe may differ by follows from how it measures. Vertices are snapped to 2⁻²³ pixel, and where a side
crosses a line between pixels is rounded to the same: a side lies within 2⁻²² pixel of its true place. So no
amount is off by more than 2⁻²² pixel for each pixel of border and each vertex. Zones in another CRS may lie
0.01 pixel off, which Steppe says. An area is rounded to 10⁻⁹ m² a pixel, and on a geographic grid exact but for
doubles' rounding; elsewhere PROJ's projections are good to a nanometre or so.
"""
import csv
import io
import json
import math
import os
import pathlib
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pyproj
import rasterio
import shapely

import cases
import oracle

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "oracles"))
import tabulate_oracle  # noqa: E402

SNAPPED, TRANSFORMED = 2.0 ** -22, 0.0101
# GEOS clips in doubles.
CLIPPED = 1e-9
EXACT, PROJECTED, NANOMETRES = 1e-13, 2e-10, 3e-9


class Difference(Exception):
    """What Steppe said that is not so."""


def write(group, folder):
    """The raster and the zones as files."""
    cells = np.array(group["codes"], dtype=group["type"])
    height, width = cells.shape
    c0, a, b, f0, d, e = group["transform"]
    shape = ({"tiled": True, "blockxsize": 16, "blockysize": 16} if group["tiled"]
             else {"blockysize": group["strip"]})
    with rasterio.open(folder / "raster.tif", "w", driver="GTiff", width=width, height=height, count=1,
                       dtype=group["type"], nodata=group["nodata"], crs=rasterio.crs.CRS.from_string(group["crs"]),
                       transform=rasterio.Affine(a, b, c0, d, e, f0), **shape) as raster:
        raster.write(cells, 1)
    if "values" in group:
        values = group["values"]
        with rasterio.open(folder / "values.tif", "w", driver="GTiff", width=width, height=height, count=1,
                           dtype=values["type"], nodata=values["nodata"], blockysize=8,
                           crs=rasterio.crs.CRS.from_string(group["crs"]),
                           transform=rasterio.Affine(a, b, c0, d, e, f0)) as raster:
            raster.write(np.array(values["cells"], dtype=values["type"]), 1)
            raster.scales, raster.offsets = [values["scale"]], [values["offset"]]
    features = [{"type": "Feature", "properties": {"id": str(i)},
                 "geometry": {"type": "MultiPolygon", "coordinates": zone["parts"]}}
                for i, zone in enumerate(group["zones"])]
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def arguments(group):
    return ["tabulate", "raster.tif", "--zones", "zones.geojson", "--zone-id", "id",
            "--zones-crs", group["zones_crs"], "--jobs", "1", "-q",
            *(["--values", "values.tif"] if "values" in group else [])]


def by_steppe(program, group, folder):
    """By zone and code: (pixels, area in m², its part with a value, the mean of the values)."""
    write(group, folder)
    run = subprocess.run([program, *arguments(group)], cwd=folder, capture_output=True, text=True,
                         env={**os.environ, "LANG": "C", "SWIFT_BACKTRACE": "enable=no"})
    if run.returncode != 0:
        raise Difference(f"ends with {run.returncode}: {run.stderr.strip()[:400]}")
    found = {}
    for row in csv.DictReader(io.StringIO(run.stdout)):
        mean = row.get("mean")
        found[row["zone"], row["class"]] = (float(row["pixels"]), float(row["area_m2"]),
                                            float(row.get("value_area_m2") or 0), float(mean) if mean else None)
    return found


class Truth:
    """What the zones of a group have, without Steppe."""

    def __init__(self, group):
        self.group = group
        self.crs = cases.crs_of(group["crs"])
        self.cells = np.array(group["codes"], dtype=group["type"])
        self.height, self.width = self.cells.shape
        self.transform = group["transform"]
        self.is_upright = self.transform[2] == 0 and self.transform[4] == 0
        self.names = np.array([[self.name(v) for v in row] for row in group["codes"]], dtype=object)
        unit = self.crs.axis_info[0].unit_conversion_factor
        side = math.sqrt(abs(self.transform[1] * self.transform[5] - self.transform[2] * self.transform[4])) * unit
        if self.crs.is_geographic:
            self.precision = EXACT if self.is_upright else PROJECTED
        else:
            self.precision = PROJECTED + NANOMETRES / side
        self.in_other = group["zones_crs"] != group["crs"]
        self.values = None
        if "values" in group:
            values = group["values"]
            cells = np.array(values["cells"], dtype=values["type"]).astype(float)
            self.has_value = np.full(cells.shape, True) if values["nodata"] is None else cells != values["nodata"]
            self.values = cells * values["scale"] + values["offset"]

    def name(self, value):
        nothing = self.group["nodata"]
        if value != value or nothing is not None and value == nothing:
            return "nodata"
        return str(int(value))

    def zone(self, zone):
        """By code (pixels, area), how far pixels and areas may be off, and by code the values' (area, integral)."""
        return self.transformed(zone) if self.in_other else self.exact(zone)

    def exact(self, zone):
        parts = [[[oracle.to_pixels(self.transform, x, y) for x, y in ring] for ring in rings]
                 for rings in zone["parts"]]
        length, count = border(parts)
        found, largest, total, shifted, valued = {}, 0.0, None, 0, {}
        for shift in self.shifts(parts):
            moved = [[[(x + shift, y) for x, y in ring] for ring in rings] for rings in parts]
            top, left, share = oracle.coverage(moved)
            if share.size == 0:
                return {}, SNAPPED, SNAPPED, {}
            rows, columns = range(top, top + share.shape[0]), range(left, left + share.shape[1])
            area = oracle.pixel_areas(self.crs, self.transform, rows, columns)
            largest = max(largest, float(area.max()))
            if total is None:
                total = math.fsum(share.flat), math.fsum((share * area).flat)
            r0, r1 = max(top, 0), min(rows.stop, self.height)
            c0, c1 = max(left, 0), min(columns.stop, self.width)
            names = np.full(share.shape, "outside", dtype=object)
            if r0 < r1 and c0 < c1:
                names[r0 - top:r1 - top, c0 - left:c1 - left] = self.names[r0:r1, c0:c1]
                window = (share * area)[r0 - top:r1 - top, c0 - left:c1 - left]
                self.add_values(valued, window, slice(r0, r1), slice(c0, c1))
            for code in set(names.flat):
                here = names == code
                pixels, square = found.get(code, (0.0, 0.0))
                found[code] = (pixels + math.fsum(share[here]), square + math.fsum((share * area)[here]))
            shifted += 1
        if shifted > 1:
            # What one copy leaves off the raster another fills.
            inside = [found[code] for code in found if code != "outside"]
            found["outside"] = tuple(total[i] - math.fsum(v[i] for v in inside) for i in (0, 1))
        slack = SNAPPED * (length + count)
        return found, slack * shifted, slack * shifted * largest, valued

    def add_values(self, valued, area, rows, columns):
        """Adds by code the area that has a value, and its integral, over some pixels."""
        if self.values is None:
            return
        names = self.names[rows, columns]
        for code in set(names.flat):
            here = (names == code) & self.has_value[rows, columns]
            sums = valued.get(code, (0.0, 0.0))
            valued[code] = (sums[0] + math.fsum(area[here]),
                            sums[1] + math.fsum((area * self.values[rows, columns])[here]))

    def shifts(self, parts):
        """By how many columns a zone lies off its place on the raster: whole turns of longitude."""
        if not (self.crs.is_geographic and self.is_upright):
            return [0]
        degree = math.pi / 180 / self.crs.axis_info[0].unit_conversion_factor
        turn = Fraction(round(360 * degree)) / abs(Fraction(self.transform[1]))
        columns = [x for rings in parts for ring in rings for x, _ in ring]
        low, high = min(columns), max(columns)
        return [k * turn for k in (-1, 0, 1) if low + k * turn < self.width and high + k * turn > 0] or [0]

    def transformed(self, zone):
        change = pyproj.Transformer.from_crs(self.group["zones_crs"], self.crs, always_xy=True)
        polygons = []
        for rings in zone["parts"]:
            dense = []
            for ring in rings:
                ends = np.array(ring)
                t = np.linspace(0, 1, 257)[:-1, None]
                line = np.concatenate([a + t * (b - a) for a, b in zip(ends, ends[1:])] + [ends[-1:]])
                dense.append(np.column_stack(change.transform(line[:, 0], line[:, 1])))
            polygons.append(shapely.Polygon(dense[0], dense[1:]))
        # Rounding may let the sides of a sliver cross.
        geometry = shapely.make_valid(shapely.MultiPolygon(polygons))
        raster = Placed(self)
        pixel = shapely.transform(geometry, lambda xy: np.column_stack(~raster.transform * (xy[:, 0], xy[:, 1])))
        rows, columns, share = tabulate_oracle.shares_shapely(raster, geometry)
        found, largest = {}, 0.0
        if len(rows):
            area = oracle.pixel_areas(self.crs, self.transform, range(self.height), range(self.width))
            largest = float(area.max())
            names = self.names[rows, columns]
            for code in set(names):
                here = names == code
                found[code] = math.fsum(share[here]), math.fsum((share * area[rows, columns])[here])
        # How much ground lies off the raster is not asked for here.
        found["outside"] = pixel.area - math.fsum(share), None
        slack = TRANSFORMED * (pixel.length + sum(len(r) for p in zone["parts"] for r in p)) + CLIPPED
        return found, slack, slack * largest, {}

    def by_exactextract(self, zone):
        """By code pixels, and how far they may be off; `None` where exactextract does not apply."""
        if self.in_other or not self.is_upright or zone["kind"] in ("crossing", "several"):
            return None
        from exactextract import exact_extract
        from exactextract.raster import NumPyRasterSource
        parts = [[[oracle.to_pixels(self.transform, x, y) for x, y in ring] for ring in rings]
                 for rings in zone["parts"]]
        columns = [x for rings in parts for ring in rings for x, _ in ring]
        if self.shifts(parts) != [0] or max(columns) <= 0:
            return None
        plane = [[[(float(x), -float(y)) for x, y in ring] for ring in rings] for rings in parts]
        shape = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": plane}}
        source = NumPyRasterSource(np.zeros((self.height, self.width), np.uint8), 0, -self.height, self.width, 0)
        found = exact_extract(source, shape, ["cell_id", "coverage"])[0]["properties"]
        share = np.asarray(found["coverage"], float)
        codes = self.names.reshape(-1)[np.asarray(found["cell_id"], int)] if len(share) else np.array([])
        # Single precision, and what it leaves out as too little.
        slack = 2e-6 * (len(share) + 10)
        return {code: math.fsum(share[codes == code]) for code in set(codes)}, slack


class Placed:
    """A grid as rasterio has it."""

    def __init__(self, truth):
        c0, a, b, f0, d, e = truth.transform
        self.transform, self.width, self.height = rasterio.Affine(a, b, c0, d, e, f0), truth.width, truth.height


def border(parts):
    """The length of the rings in pixels, and their vertices."""
    length, count = 0.0, 0
    for ring in (ring for rings in parts for ring in rings):
        length += sum(math.hypot(float(a[0] - b[0]), float(a[1] - b[1])) for a, b in zip(ring, ring[1:]))
        count += len(ring)
    return length, count


class Worst:
    """The largest differences of amounts that are at least a pixel, and the nearest to what is allowed."""

    def __init__(self):
        self.relative, self.of_allowed, self.amounts, self.peers = {}, {}, 0, 0

    def add(self, kind, difference, size, allowed, is_large):
        self.amounts += 1
        if is_large and size:
            self.relative[kind] = max(self.relative.get(kind, 0), difference / size)
        self.of_allowed[kind] = max(self.of_allowed.get(kind, 0), difference / allowed)

    def merge(self, other):
        for mine, theirs in ((self.relative, other.relative), (self.of_allowed, other.of_allowed)):
            for kind, value in theirs.items():
                mine[kind] = max(mine.get(kind, 0), value)
        self.amounts += other.amounts
        self.peers += other.peers


def compare(program, group, folder, worst):
    """Raises ``Difference`` where a zone is measured otherwise than it may be."""
    found = by_steppe(program, group, folder)
    truth = Truth(group)
    way = "zones in another CRS" if truth.in_other else "zones in the raster's CRS"
    kind = ("geographic" if truth.crs.is_geographic else "projected") + ", " + way
    faults = []
    for i, zone in enumerate(group["zones"]):
        expected, slack, square_slack, valued = truth.zone(zone)
        codes = {code for key, code in found if key == str(i)} | set(expected)
        for code in sorted(codes):
            pixels, area, value_area, mean = found.get((str(i), code), (0.0, 0.0, 0.0, None))
            true_pixels, true_area = expected.get(code, (0.0, 0.0))
            large = true_pixels >= 1
            allowed = slack + EXACT * true_pixels
            worst.add("pixels, " + way, abs(pixels - true_pixels), true_pixels, allowed, large)
            if abs(pixels - true_pixels) > allowed:
                faults.append(f"zone {i} ({zone['kind']}), class {code}: {pixels!r} pixels; truth "
                              f"{true_pixels!r} ± {allowed:.2g}")
            if true_area is None:
                continue
            allowed = square_slack + truth.precision * true_area + 1e-9 * (true_pixels + 1)
            worst.add("area, " + kind, abs(area - true_area), true_area, allowed, large)
            if abs(area - true_area) > allowed:
                faults.append(f"zone {i} ({zone['kind']}), class {code}: {area!r} m²; truth {true_area!r} "
                              f"± {allowed:.2g}, off by {abs(area - true_area) / max(true_area, 1e-30):.2g}")
            if code in valued:
                true_area, integral = valued[code]
                allowed = square_slack + truth.precision * true_area + 1e-9 * (true_pixels + 1)
                worst.add("area with a value", abs(value_area - true_area), true_area, allowed, large)
                if abs(value_area - true_area) > allowed:
                    faults.append(f"zone {i} ({zone['kind']}), class {code}: {value_area!r} m² with a value; truth "
                                  f"{true_area!r} ± {allowed:.2g}")
                size = np.abs(truth.values).max()
                if true_area > 10 * allowed:
                    true_mean = integral / true_area
                    allowed = 2.5 * size * allowed / true_area + 1e-9 * abs(group["values"]["scale"])
                    off = math.inf if mean is None else abs(mean - true_mean)
                    worst.add("mean", off, abs(true_mean), allowed, large)
                    if off > allowed:
                        faults.append(f"zone {i} ({zone['kind']}), class {code}: mean {mean!r}; truth "
                                      f"{true_mean!r} ± {allowed:.2g}")
        peer = truth.by_exactextract(zone)
        if peer is None:
            continue
        worst.peers += 1
        for code in {c for key, c in found if key == str(i) and c != "outside"} | set(peer[0]):
            pixels, theirs = found.get((str(i), code), (0.0,))[0], peer[0].get(code, 0.0)
            if abs(pixels - theirs) > peer[1]:
                faults.append(f"zone {i} ({zone['kind']}), class {code}: {pixels!r} pixels; exactextract "
                              f"{theirs!r} ± {peer[1]:.2g}")
    if faults:
        raise Difference("\n".join(faults))
