# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Random grids and zones, hostile by choice: borders on lines between pixels, slivers, holes, crossing rings."""
import math

import numpy as np
import pyproj

MODIS = "+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181 +units=m +no_defs"
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs"

# By CRS: longitudes and latitudes that rasters begin in, and a CRS that zones may be in too.
SYSTEMS = {
    "EPSG:4326": ((-179, 179), (-85, 85), "EPSG:3857"),
    "EPSG:4490": ((73, 135), (18, 54), None),
    "EPSG:4807": ((-5, 9), (42, 51), None),                     # grads, from Paris
    "EPSG:32649": ((108, 114), (1, 80), "EPSG:4326"),
    "EPSG:4508": ((108, 114), (18, 54), "EPSG:4490"),           # Gauss–Krüger
    "EPSG:3857": ((-170, 170), (-80, 80), "EPSG:4326"),
    "EPSG:6933": ((-170, 170), (-60, 60), "EPSG:4326"),
    "EPSG:3413": ((-180, 180), (62, 88), "EPSG:4326"),
    "EPSG:2225": ((-124, -119), (39, 42), "EPSG:4269"),         # in feet
    MODIS: ((-100, 140), (-70, 70), None),                      # on a sphere
    ALBERS: ((75, 135), (18, 54), None),
}
TYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]


def crs_of(name):
    return pyproj.CRS(name)


def grid(dice):
    """The place, size and pixels of a raster."""
    name = dice.choice(list(SYSTEMS))
    crs = crs_of(name)
    longitudes, latitudes, other = SYSTEMS[name]
    # Metres to the pixel, and the same in the CRS's unit.
    metres = 10 ** dice.uniform(-0.3, 6 if crs.is_geographic else 5.3)
    unit = crs.axis_info[0].unit_conversion_factor
    size = metres / 6.371e6 / unit if crs.is_geographic else metres / unit
    kind = dice.random()
    if kind < 0.4:
        size = float(f"{size:.1g}")
    elif kind < 0.5:
        size = 2.0 ** round(math.log2(size))
    lon, lat = dice.uniform(*longitudes), dice.uniform(*latitudes)
    # Zones reach as far beyond the raster as it is wide: not beyond a pole, nor where a projection ends.
    room = 89 - abs(lat) if crs.is_geographic else 6
    most = max(1, min(40, int(room * 111_000 / metres / 2.3)))
    width, height = dice.randint(1, most), dice.randint(1, most)
    size = min(size, size * room * 111_000 / metres / 2.3)
    base = crs if crs.is_geographic else crs.geodetic_crs
    degree = math.pi / 180 / base.axis_info[0].unit_conversion_factor
    x, y = lon * degree, lat * degree
    if not crs.is_geographic:
        x, y = pyproj.Transformer.from_crs(base, crs, always_xy=True).transform(x, y)
    if dice.random() < 0.5:
        x, y = round(x / size) * size, round(y / size) * size
    a, b, d, e = size, 0.0, 0.0, -size
    if name == "EPSG:4326" and dice.random() < 0.15:
        # All around the earth.
        width = dice.choice([24, 25, 30, 36, 40, 48, 51, 55])
        size = 360 / width
        return name, [dice.choice([-180.0, 0.0]), size, 0.0, 3 * size, 0.0, -size], width, 6, None
    kind = dice.random()
    if kind < 0.1:
        e = -size * dice.uniform(0.3, 3)
    elif kind < 0.25:
        e = size
    elif kind < 0.4:
        turn = dice.uniform(-math.pi, math.pi)
        a, b, d, e = (size * v for v in (math.cos(turn), -math.sin(turn), -math.sin(turn), -math.cos(turn)))
    if crs.is_geographic and b == 0 and dice.random() < 0.3 and name != "EPSG:4807":
        x += 360 if x < 0 else dice.choice([-360, 0])
        x = max(min(x, 500), -320)
    # Zones in another CRS keep away from where longitudes jump and meridians meet.
    if abs(lon) > 165 or abs(lat) > 84 or crs.is_geographic and abs(x * 180 / math.pi * unit) > 165:
        other = None
    return name, [x, a, b, y, d, e], width, height, other


def star(dice, x, y, radius, count, shift=0.0):
    turns = sorted(dice.uniform(0, 2 * math.pi) for _ in range(count))
    if max(b - a for a, b in zip(turns, turns[1:] + [turns[0] + 2 * math.pi])) > 3:
        turns = [2 * math.pi * (i + dice.uniform(0, 0.9)) / count for i in range(count)]
    reach = [radius * dice.uniform(0.3, 1) for _ in turns]
    return [(x + r * math.cos(t + shift), y + r * math.sin(t + shift)) for t, r in zip(turns, reach)]


def closed(ring):
    return ring + ring[:1]


def zones(dice, width, height, count):
    """[(kind, parts)] in pixels: first the raster as one zone, then zones that part a rectangle."""
    frame = closed([(0, 0), (width, 0), (width, height), (0, height)])
    made = [("raster", [[frame]])]
    x0, x1 = sorted((dice.uniform(-2, width + 2), dice.uniform(-2, width + 2)))
    x1 = max(x1, x0 + 0.5)
    y0, y1 = dice.uniform(-2, height / 2), dice.uniform(height / 2 + 0.3, height + 2)
    borders = [[(x0, y0), (x0, y1)]]
    for n in range(1, 3):
        at = x0 + (x1 - x0) * n / 3
        wobble = [(at + dice.uniform(-0.45, 0.45) * (x1 - x0) / 3, y0 + (y1 - y0) * t)
                  for t in sorted(dice.random() for _ in range(dice.randint(0, 8)))]
        borders.append([(at, y0), *wobble, (at, y1)])
    borders.append([(x1, y0), (x1, y1)])
    for west, east in zip(borders, borders[1:]):
        made.append(("part", [[closed(west + east[::-1])]]))
    while len(made) < count:
        kind, parts = dice.choice(SHAPES)(dice, width, height)
        made.append((kind, parts))
    return made


def plain(dice, w, h):
    n = dice.choice([3, 4, 5, 8, 20, 60])
    return "star", [[closed(star(dice, dice.uniform(0, w), dice.uniform(0, h), dice.uniform(0.2, max(w, h)), n))]]


def holed(dice, w, h):
    x, y = dice.uniform(0, w), dice.uniform(0, h)
    outer = star(dice, x, y, dice.uniform(1, max(w, h)), dice.randint(4, 12))
    share = dice.choice([0.2, 0.5, 0.9, 0.999])
    inner = [(x + share * (px - x), y + share * (py - y)) for px, py in outer]
    return "hole", [[closed(outer), closed(inner[::-1])]]


def sliver(dice, w, h):
    x, y, turn = dice.uniform(0, w), dice.uniform(0, h), dice.uniform(0, 2 * math.pi)
    length, thin = dice.uniform(0.5, max(w, h)), 10 ** dice.uniform(-6, -1)
    ux, uy = math.cos(turn), math.sin(turn)
    return "sliver", [[closed([(x, y), (x + length * ux, y + length * uy),
                               (x + length * ux - thin * uy, y + length * uy + thin * ux),
                               (x - thin * uy, y + thin * ux)])]]


def on_lines(dice, w, h):
    x0, y0 = dice.randint(-1, w - 1), dice.randint(-1, h - 1)
    x1, y1 = dice.randint(x0 + 1, w + 1), dice.randint(y0 + 1, h + 1)
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    if dice.random() < 0.5:
        corners.pop(dice.randrange(4))
    nudge = dice.choice([0, 0, 2.0 ** -24, 2.0 ** -23, 1e-12])
    return "on lines", [[closed([(x + dice.choice([-nudge, nudge]), y + dice.choice([-nudge, nudge]))
                                 for x, y in corners])]]


def tiny(dice, w, h):
    x, y = dice.uniform(0, w), dice.uniform(0, h)
    return "tiny", [[closed(star(dice, x, y, 10 ** dice.uniform(-4, 0), dice.randint(3, 6)))]]


def crossing(dice, w, h):
    return "crossing", [[closed([(dice.uniform(-1, w + 1), dice.uniform(-1, h + 1))
                                 for _ in range(dice.randint(4, 8))])]]


def several(dice, w, h):
    parts = [plain(dice, w, h)[1][0] for _ in range(dice.randint(2, 4))]
    return "several", parts


def comb(dice, w, h):
    teeth, y0, y1 = dice.randint(2, 12), dice.uniform(0, h / 2), dice.uniform(h / 2, h)
    x0, step = dice.uniform(-1, 1), w / (2 * teeth + 1)
    ring = [(x0, y1)]
    for t in range(teeth):
        ring += [(x0 + 2 * t * step, y0), (x0 + (2 * t + 1) * step, y0),
                 (x0 + (2 * t + 1) * step, y1 - 0.01), (x0 + (2 * t + 2) * step, y1 - 0.01)]
    ring[-1] = (ring[-1][0], y1)
    return "comb", [[closed(ring)]]


SHAPES = [plain, plain, holed, holed, sliver, on_lines, on_lines, tiny, crossing, several, comb]


def codes(dice, kind, width, height):
    """The codes of a raster's pixels, and the one that is nodata; the first pixel has a value."""
    if kind.startswith("float"):
        pool = [0, 1, -7, 3.0, 255, 65_536, 2.0 ** 24, -1e6]
        nothing = dice.choice([None, -9999.0, math.nan, 0])
    else:
        limits = np.iinfo(kind)
        # GDAL hands nodata of 64 bits on as a double where it may.
        pool = [0, 1, 2, 10, 50, 100, limits.min, *(min(limits.max, 2 ** 63 - 1) // n for n in (1, 2, 3))]
        nothing = dice.choice([None, 0, 1, limits.max if limits.bits < 64 else 1])
    used = dice.sample(pool, dice.randint(1, 5))
    if nothing is not None and not (used and used[0] != nothing):
        used[0] = 50
    block = dice.choice([1, 1, 3, 100])
    cells = [[used[dice.randrange(len(used))] for _ in range(width)] for _ in range(height)]
    cells = [[cells[r // block * block][c // block * block] for c in range(width)] for r in range(height)]
    if nothing is not None and dice.random() < 0.8:
        for _ in range(dice.randint(0, width * height // 3)):
            cells[dice.randrange(height)][dice.randrange(width)] = nothing
    cells[0][0] = used[0]
    return cells, nothing


def values(dice, width, height):
    """A raster of quantities on the same grid."""
    kind = dice.choice(["uint8", "int16", "uint16", "int32", "float32", "float64"])
    low, high = (0, 200) if kind == "uint8" else (0, 10_000) if kind == "uint16" else (-2000, 10_000)
    nothing = dice.choice([None, 200, 255])
    cells = [[dice.randint(low, high) if kind[0] != "f" else float(np.float32(dice.uniform(low, high)))
              for _ in range(width)] for _ in range(height)]
    for _ in range(dice.randint(0, width * height // 3)):
        cells[dice.randrange(height)][dice.randrange(width)] = nothing if nothing is not None else 7
    scale, offset = dice.choice([(1.0, 0.0), (1.0, 0.0), (0.0001, 0.0), (0.005, -0.3)])
    cells[0][0] = 100
    return {"type": kind, "nodata": nothing, "cells": cells, "scale": scale, "offset": offset}


def group(dice, count):
    """A raster and so many zones in it, as plain data."""
    name, transform, width, height, other = grid(dice)
    kind = dice.choice(TYPES)
    cells, nothing = codes(dice, kind, width, height)
    c0, a, b, f0, d, e = transform

    def place(x, y):
        return c0 + a * x + b * y, f0 + d * x + e * y

    crs = crs_of(name)
    in_other = other is not None and dice.random() < 0.2
    shapes = []
    for label, parts in zones(dice, width, height, count):
        if in_other and label in ("crossing", "several"):
            continue
        columns = [x for rings in parts for ring in rings for x, _ in ring]
        if shapes and crs.is_geographic and b == 0 and d == 0 and (
                max(columns) - min(columns)) * abs(a) * crs.axis_info[0].unit_conversion_factor > 6:
            # What is wider than the earth would meet itself.
            continue
        parts = [[[place(x, y) for x, y in ring] for ring in rings] for rings in parts]
        if crs.is_geographic and any(abs(y) * crs.axis_info[0].unit_conversion_factor > math.pi / 2
                                     for rings in parts for ring in rings for _, y in ring):
            continue
        shapes.append({"kind": label, "parts": parts})
    made = {"crs": name, "transform": transform, "type": kind, "nodata": nothing, "codes": cells,
            "zones_crs": name, "zones": shapes,
            "tiled": dice.random() < 0.3, "strip": dice.choice([1, 3, 16, 64])}
    if dice.random() < 0.4:
        made["values"] = values(dice, width, height)
    if in_other:
        change = pyproj.Transformer.from_crs(crs, crs_of(other), always_xy=True)
        made["zones_crs"] = other
        for zone in shapes:
            zone["parts"] = [[[change.transform(x, y) for x, y in ring] for ring in rings]
                             for rings in zone["parts"]]
    elif crs.is_geographic and b == 0 and d == 0 and name != "EPSG:4807" and dice.random() < 0.5:
        # Zones from −180° to 180° where the raster goes on beyond, or the other way.
        turn = dice.choice([-360.0, 360.0])
        if all(-360 <= x + turn <= 540 for z in shapes for p in z["parts"] for r in p for x, _ in r):
            for zone in shapes:
                zone["parts"] = [[[(x + turn, y) for x, y in ring] for ring in rings] for rings in zone["parts"]]
    return made
