# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""The grid of the synthetic survey, the true area of its cells, and exact coverage by polygons."""
import math

import numpy as np
import rasterio
import shapely
from rasterio.features import rasterize

# 2^18 · 10⁻⁸ degree, about 291 m by 226 m in Ordos. A coordinate with six decimals then lies on a
# multiple of 2^-16 of a pixel (1e-6 / STEP · 65536 = 25), so that an engine that snaps vertices to
# that sub-pixel grid moves none of them, and truth and measurement speak of the same polygons.
STEP = 0.00262144
WEST, NORTH = 106.425, 40.935
COLUMNS, ROWS = 1940, 1286
SHAPE = (ROWS, COLUMNS)
TRANSFORM = rasterio.transform.from_origin(WEST, NORTH, STEP, STEP)

SEMI_MAJOR, FLATTENING = 6378137.0, 1 / 298.257223563  # WGS 84
E2 = FLATTENING * (2 - FLATTENING)


def row_areas():
    """Area of a cell of each row on the WGS 84 ellipsoid, m²: ∫ M·N·cosφ dφ dλ.

    Five-point Gauss-Legendre: at this cell size its error is far below that of a double, and it
    does not subtract two large numbers as the closed form does.
    """
    nodes, weights = np.polynomial.legendre.leggauss(5)
    middle = np.radians(NORTH - STEP * (np.arange(ROWS) + 0.5))
    half = math.radians(STEP) / 2
    phi = middle[:, None] + half * nodes
    sine = np.sin(phi)
    density = SEMI_MAJOR ** 2 * (1 - E2) * np.cos(phi) / (1 - E2 * sine * sine) ** 2
    return (density * weights).sum(axis=1) * half * math.radians(STEP)


def centres():
    """Longitude of each column's centre and latitude of each row's, degrees."""
    return (WEST + STEP * (np.arange(COLUMNS) + 0.5), NORTH - STEP * (np.arange(ROWS) + 0.5))


def in_pixels(geometry):
    """The geometry in column and row coordinates."""
    return shapely.transform(geometry, lambda xy: np.column_stack(
        [(xy[:, 0] - WEST) / STEP, (NORTH - xy[:, 1]) / STEP]))


def coverage(geometry):
    """The fraction of each cell that the polygon covers, float64.

    Edges are straight in longitude and latitude. Cells that the border may touch are clipped one
    by one in double precision; the others are inside or outside by their centre.
    """
    polygon = in_pixels(geometry)
    identity = rasterio.Affine.identity()
    border = rasterize([polygon.boundary], SHAPE, transform=identity, all_touched=True)
    near = grown(border.astype(bool))
    share = rasterize([polygon], SHAPE, transform=identity).astype(np.float64)
    rows, columns = np.nonzero(near)
    boxes = shapely.box(columns, rows, columns + 1, rows + 1)
    shapely.prepare(polygon)
    part = np.zeros(len(boxes))
    touched = shapely.intersects(polygon, boxes)
    part[touched] = shapely.area(shapely.intersection(boxes[touched], polygon))
    share[rows, columns] = part
    return share


def grown(mask):
    """The mask and its eight neighbours."""
    out = mask.copy()
    out[1:] |= mask[:-1]
    out[:-1] |= mask[1:]
    wide = out.copy()
    wide[:, 1:] |= out[:, :-1]
    wide[:, :-1] |= out[:, 1:]
    return wide


def distance(points):
    """Distance from each cell's centre to a polyline of (longitude, latitude), km, in a flat
    approximation that is good for drawing only."""
    lon, lat = centres()
    x, y = np.meshgrid((lon - 109.0) * 86.1, (lat - 39.3) * 111.0)
    best = np.full(SHAPE, np.inf)
    line = [((a - 109.0) * 86.1, (b - 39.3) * 111.0) for a, b in points]
    for (x0, y0), (x1, y1) in zip(line, line[1:] or line):
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        t = np.clip(((x - x0) * dx + (y - y0) * dy) / length, 0, 1) if length else 0.0
        np.minimum(best, (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2, out=best)
    return np.sqrt(best)
