# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What a zone has of each pixel, in exact rationals, and how large a pixel is: nothing of it is Steppe's way.

Coverage: the plane is cut into slabs at every vertex, crossing and line between rows; in a slab no two sides
cross, so the even-odd rule pairs them, and what a pair has of a cell is an integral in closed form.
Area: the closed form of a strip between parallels; of projected and rotated pixels Green's theorem around the
pixel, its sides brought to longitude and latitude by PROJ's inverse. Steppe integrates PROJ's areal scale.
"""
from fractions import Fraction
from math import atanh, ceil, cos, floor, pi, radians, sin, sqrt

import numpy as np
import pyproj


# Coverage

def to_pixels(transform, x, y):
    """The place of coordinates on the grid, exactly as the doubles say."""
    c0, a, b, f0, d, e = (Fraction(v) for v in transform)
    dx, dy = Fraction(x) - c0, Fraction(y) - f0
    determinant = a * e - b * d
    return (e * dx - b * dy) / determinant, (a * dy - d * dx) / determinant


def sides_of(rings):
    """Sides from their upper end to their lower; those along a row bound nothing."""
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            if y0 < y1:
                yield x0, y0, x1, y1
            elif y1 < y0:
                yield x1, y1, x0, y0


def crossing_heights(sides):
    """The heights at which two sides cross."""
    boxes = [(float(min(x0, x1)), float(max(x0, x1)), float(y0), float(y1)) for x0, y0, x1, y1 in sides]
    for i, (x0, y0, x1, y1) in enumerate(sides):
        a, b, c, d = boxes[i]
        for j in range(i):
            e, f, g, h = boxes[j]
            if e > b or f < a or g > d or h < c:
                continue
            u0, v0, u1, v1 = sides[j]
            dx, dy, du, dv = x1 - x0, y1 - y0, u1 - u0, v1 - v0
            under = dx * dv - dy * du
            if under == 0:
                continue
            y = y0 + dy * ((u0 - x0) * dv - (v0 - y0) * du) / under
            if max(y0, v0) < y < min(y1, v1):
                yield y


def clamp_integral(u):
    """The integral of min(max(t, 0), 1) from 0 to u."""
    if u <= 0:
        return 0
    return u * u / 2 if u < 1 else u - Fraction(1, 2)


def mean_clamp(u0, u1):
    """The mean of min(max(t, 0), 1) between u0 and u1."""
    if u0 == u1:
        return min(max(u0, 0), 1)
    return (clamp_integral(u1) - clamp_integral(u0)) / (u1 - u0)


def coverage(parts):
    """What a zone covers of the cells around it: (first row, first column, fractions).

    `parts` are polygons, each a list of closed rings of pixel coordinates; each follows the even-odd rule, and
    what several of them cover counts once.
    """
    parts = [list(sides_of(rings)) for rings in parts]
    sides = [side for part in parts for side in part]
    if not sides:
        return 0, 0, np.zeros((0, 0))
    left = floor(min(min(s[0], s[2]) for s in sides))
    right = ceil(max(max(s[0], s[2]) for s in sides))
    top, bottom = min(s[1] for s in sides), max(s[3] for s in sides)
    heights = {y for s in sides for y in (s[1], s[3])} | set(crossing_heights(sides))
    heights = sorted(heights | {Fraction(r) for r in range(ceil(top), floor(bottom) + 1)})
    covered = np.zeros((ceil(bottom) - floor(top), right - left))
    for above, below in zip(heights, heights[1:]):
        row = covered[floor(above) - floor(top)]
        for (l0, l1), (r0, r1) in intervals(parts, above, below):
            height = below - above
            whole_from, whole_to = ceil(max(l0, l1)), floor(min(r0, r1))
            if whole_from < whole_to:
                row[whole_from - left:whole_to - left] += float(height)
                cells = [*range(floor(min(l0, l1)), whole_from), *range(whole_to, ceil(max(r0, r1)))]
            else:
                cells = range(floor(min(l0, l1)), ceil(max(r0, r1)))
            for c in cells:
                share = mean_clamp(r0 - c, r1 - c) - mean_clamp(l0 - c, l1 - c)
                row[c - left] += float(share * height)
    return floor(top), left, covered


def intervals(parts, above, below):
    """Between two heights: what is inside, each as its left and its right side's places at both heights."""
    events = []
    for part in parts:
        at = []
        for x0, y0, x1, y1 in part:
            if y0 <= above and y1 >= below:
                slope = (x1 - x0) / (y1 - y0)
                at.append((x0 + slope * (above - y0), x0 + slope * (below - y0)))
        at.sort(key=lambda places: places[0] + places[1])
        events += [(places, 1 - 2 * (i % 2)) for i, places in enumerate(at)]
    events.sort(key=lambda event: (event[0][0] + event[0][1], -event[1]))
    depth = 0
    for places, step in events:
        if depth == 0:
            start = places
        depth += step
        if depth == 0:
            yield start, places


# Areas

class Earth:
    """An ellipsoid; latitudes and longitudes in radians."""

    def __init__(self, a, inverse_flattening):
        f = 1 / inverse_flattening if inverse_flattening else 0.0
        self.a, self.e2 = a, f * (2 - f)
        self.e = sqrt(self.e2)

    def strip(self, south, north):
        """The area between two parallels for a radian of longitude; without cancellation."""
        s, t = np.sin(south), np.sin(north)
        step = 2 * np.cos((north + south) / 2) * np.sin((north - south) / 2)
        if self.e == 0:
            return self.a ** 2 * step
        both = s * t * self.e2
        straight = step * (1 + both) / ((1 - self.e2 * s * s) * (1 - self.e2 * t * t))
        bent = np.arctanh(self.e * step / (1 - both)) / self.e
        return self.a ** 2 * (1 - self.e2) / 2 * (straight + bent)


def figure(crs):
    """The ellipsoid that areas are on: of a sphere as large as the earth, that of WGS 84."""
    ellipsoid = crs.ellipsoid
    if ellipsoid.inverse_flattening == 0:
        return Earth(6378137.0, 298.257223563)
    return Earth(ellipsoid.semi_major_metre, ellipsoid.inverse_flattening)


# By definition a pixel of these has the area that it has on the plane.
EQUAL_AREA = {"Albers Equal Area", "Lambert Cylindrical Equal Area", "Lambert Azimuthal Equal Area"}

# Weights that integrate, along a side, the interpolant of five evenly spaced values times another's slope.
_AT = np.linspace(0, 1, 5)
_BASIS = [np.polynomial.Polynomial(c) for c in np.linalg.inv(np.vander(_AT, increasing=True)).T]
_GREEN = np.array([[(p * q.deriv()).integ()(1.0) for q in _BASIS] for p in _BASIS])


def pixel_areas(crs, transform, rows, columns):
    """Ellipsoidal areas of the pixels of some rows and columns, m²."""
    c0, a, b, f0, d, e = transform
    earth = figure(crs)
    to_radians = crs.axis_info[0].unit_conversion_factor if crs.is_geographic else None
    if crs.is_geographic and b == 0 and d == 0:
        lines = np.clip((f0 + e * np.arange(rows.start, rows.stop + 1)) * to_radians, -pi / 2, pi / 2)
        strips = np.abs(earth.strip(lines[:-1], lines[1:])) * abs(a * to_radians)
        return np.repeat(strips[:, None], len(columns), axis=1)
    if crs.is_projected and crs.coordinate_operation.method_name in EQUAL_AREA and crs.ellipsoid.inverse_flattening:
        return np.full((len(rows), len(columns)), abs(a * e - b * d) * crs.axis_info[0].unit_conversion_factor ** 2)
    r, c = np.meshgrid(np.arange(rows.start, rows.stop) + 0.0, np.arange(columns.start, columns.stop) + 0.0,
                       indexing="ij")
    middle = degrees(crs, transform, c + 0.5, r + 0.5, to_radians)
    total = 0
    for (x0, y0), (x1, y1) in zip([(0, 0), (1, 0), (1, 1), (0, 1)], [(1, 0), (1, 1), (0, 1), (0, 0)]):
        lon, lat = degrees(crs, transform, c[..., None] + x0 + (x1 - x0) * _AT,
                           r[..., None] + y0 + (y1 - y0) * _AT, to_radians)
        lon = lon - middle[0][..., None]
        lon -= 2 * pi * np.round(lon / (2 * pi))
        strip = earth.strip(middle[1][..., None] + 0 * lat, lat)
        total = total + np.einsum("...i,ij,...j->...", strip, _GREEN, lon)
    return np.abs(total)


def degrees(crs, transform, column, row, to_radians):
    """Longitude and latitude of places on the grid, in radians."""
    c0, a, b, f0, d, e = transform
    x, y = c0 + a * column + b * row, f0 + d * column + e * row
    if crs.is_geographic:
        return x * to_radians, y * to_radians
    base = crs.geodetic_crs
    lon, lat = pyproj.Transformer.from_crs(crs, base, always_xy=True).transform(x, y)
    unit = base.axis_info[0].unit_conversion_factor
    return lon * unit, lat * unit
