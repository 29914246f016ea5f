#!/usr/bin/env python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Area of each class in each zone, by other people's code: what `steppe tabulate` is held against.

    tabulate_oracle.py RASTER ZONES --id FIELD [-o OUT.csv]

Coverage of a cell by a zone
    exactextract  fractions of the exactextract library (single precision: about 1e-7)
    shapely       cells on the border clipped by GEOS in double precision, in pixel coordinates
Area of a cell
    equal-area    its corners through PROJ's ellipsoidal equal-area cylinder (cea), shoelace;
                  for geographic rasters this is exact but for rounding
    geod          GeographicLib's polygon area (absolute error up to 0.1 m² a vertex, so for cells
                  of a kilometre and more); parallels are densified
    factors       PROJ's areal scale at the cell's centre; projected rasters only

Zones in another CRS are densified and transformed vertex by vertex; --densify sets the longest
edge, in the zones' unit. The output is CSV: zone,class,pixels,area_m2. Nodata cells are left out
unless --nodata is given.
"""
import argparse
import csv
import math
import sys

import numpy as np
import pyproj
import rasterio
import shapely
from rasterio.features import rasterize
from shapely.geometry import mapping, shape
from shapely.ops import transform as mapped


def read_zones(path, layer, field, crs, longest):
    """[(id, geometry in `crs`)] of a GeoJSON file, or of what pyogrio reads."""
    if path.endswith((".geojson", ".json")):
        import json
        with open(path, encoding="utf-8") as file:
            found = json.load(file)["features"]
        rows = [(f["properties"].get(field) if field else i, shape(f["geometry"]))
                for i, f in enumerate(found)]
        source = pyproj.CRS("EPSG:4326")
    else:
        import pyogrio
        meta, fids, geometry, columns = pyogrio.raw.read(path, layer=layer, return_fids=True)
        ids = columns[list(meta["fields"]).index(field)] if field else fids
        rows = list(zip(ids, shapely.from_wkb(geometry)))
        source = pyproj.CRS(meta["crs"])
    if source.equals(crs, ignore_axis_order=True):
        return rows
    change = pyproj.Transformer.from_crs(source, crs, always_xy=True)
    if longest is None:
        longest = 0.001 if source.is_geographic else 100.0
    return [(key, mapped(change.transform, shapely.segmentize(g, longest))) for key, g in rows]


def equal_area(crs):
    """A function from the raster's coordinates to an equal-area plane in metres."""
    base = crs.geodetic_crs
    ellipsoid = base.ellipsoid
    size = f"+a={ellipsoid.semi_major_metre!r} +rf={ellipsoid.inverse_flattening!r}"
    plane = pyproj.Proj(f"+proj=cea {size} +lon_0=0 +units=m")
    to_degrees = (None if crs.is_geographic
                  else pyproj.Transformer.from_crs(crs, base, always_xy=True))

    def project(x, y):
        if to_degrees:
            x, y = to_degrees.transform(x, y)
        return plane(x, y)
    return project


def cell_areas(raster, crs, rows, columns, method):
    """Ellipsoidal area of each cell, m²."""
    t = raster.transform
    upright = t.b == 0 and t.d == 0
    if crs.is_geographic and upright:
        unique, back = np.unique(rows, return_inverse=True)
        return row_areas(crs, t, unique, method)[back]
    if method == "factors":
        x, y = t * (columns + 0.5, rows + 0.5)
        base = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
        scale = pyproj.Proj(crs).get_factors(*base.transform(x, y)).areal_scale
        return abs(t.determinant) / scale
    corners = [t * (columns + dx, rows + dy) for dx, dy in ((0, 0), (0, 1), (1, 1), (1, 0))]
    if method == "geod":
        geod = crs.get_geod()
        base = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
        degrees = [base.transform(x, y) for x, y in corners]
        return np.array([abs(geod.polygon_area_perimeter([p[0][i] for p in degrees],
                                                         [p[1][i] for p in degrees])[0])
                         for i in range(len(rows))])
    project = equal_area(crs)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (project(x, y) for x, y in corners)
    # The diagonals' cross product: no cancellation between large coordinates.
    return abs((x2 - x0) * (y3 - y1) - (x3 - x1) * (y2 - y0)) / 2


def row_areas(crs, t, rows, method):
    """Area of one cell of each row of an upright geographic raster, m²."""
    top, bottom = t.f + t.e * rows, t.f + t.e * (rows + 1)
    if method == "geod":
        geod, n = crs.get_geod(), 64
        lon = np.linspace(0, t.a, n + 1)
        return np.array([abs(geod.polygon_area_perimeter(
            np.concatenate([lon, lon[::-1]]),
            np.concatenate([np.full(n + 1, b), np.full(n + 1, a)]))[0])
            for a, b in zip(top, bottom)])
    project = equal_area(crs)
    zero = np.zeros_like(top)
    width = abs(project(1.0, 0.0)[0]) * abs(t.a)
    return width * abs(project(zero, top)[1] - project(zero, bottom)[1])


def shares_shapely(raster, geometry):
    """(rows, columns, fraction) of the cells that the zone touches, in double precision."""
    back = ~raster.transform
    pixel = shapely.transform(geometry, lambda xy: np.column_stack(back * (xy[:, 0], xy[:, 1])))
    x0, y0, x1, y1 = pixel.bounds
    x0, y0 = max(0, math.floor(x0) - 1), max(0, math.floor(y0) - 1)
    x1, y1 = min(raster.width, math.ceil(x1) + 1), min(raster.height, math.ceil(y1) + 1)
    if x1 <= x0 or y1 <= y0:
        return (np.zeros(0, int),) * 2 + (np.zeros(0),)
    at, size = rasterio.Affine.translation(x0, y0), (y1 - y0, x1 - x0)
    border = rasterize([pixel.boundary], size, transform=at, all_touched=True).astype(bool)
    share = rasterize([pixel], size, transform=at).astype(np.float64)
    wide = np.pad(border, 1)
    near = np.zeros(size, bool)
    for dy in range(3):
        for dx in range(3):
            near |= wide[dy:dy + size[0], dx:dx + size[1]]
    rows, columns = np.nonzero(near)
    boxes = shapely.box(columns + x0, rows + y0, columns + x0 + 1, rows + y0 + 1)
    shapely.prepare(pixel)
    part, touched = np.zeros(len(boxes)), shapely.intersects(pixel, boxes)
    part[touched] = shapely.area(shapely.intersection(boxes[touched], pixel))
    share[rows, columns] = part
    rows, columns = np.nonzero(share)
    return rows + y0, columns + x0, share[rows, columns]


def shares_exactextract(raster, codes, geometry):
    """The same by exactextract, whose fractions are of single precision."""
    from exactextract import exact_extract
    from exactextract.raster import NumPyRasterSource
    if raster.transform.b or raster.transform.d:
        raise SystemExit("exactextract knows upright grids only; use --coverage shapely")
    # From memory and without nodata, for exactextract leaves nodata cells out.
    west, south, east, north = raster.bounds
    source = NumPyRasterSource(codes, xmin=west, ymin=south, xmax=east, ymax=north)
    feature = {"type": "Feature", "properties": {}, "geometry": mapping(geometry)}
    result = exact_extract(source, feature, ["cell_id", "coverage"], max_cells_in_memory=2 ** 31)
    found = result[0]["properties"]
    cell = np.asarray(found["cell_id"]).astype(np.int64)
    return cell // raster.width, cell % raster.width, np.asarray(found["coverage"], np.float64)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("raster")
    parser.add_argument("zones")
    parser.add_argument("--id", help="field that names a zone; its number if left out")
    parser.add_argument("--layer")
    parser.add_argument("--band", type=int, default=1)
    parser.add_argument("--coverage", choices=("exactextract", "shapely"), default="exactextract")
    parser.add_argument("--area", choices=("equal-area", "geod", "factors"), default="equal-area")
    parser.add_argument("--densify", type=float)
    parser.add_argument("--nodata", action="store_true", help="list nodata cells too")
    parser.add_argument("-o", "--output")
    given = parser.parse_args()

    rows_out = []
    with rasterio.open(given.raster) as raster:
        crs = pyproj.CRS(raster.crs.to_wkt())
        codes = raster.read(given.band)
        for key, geometry in read_zones(given.zones, given.layer, given.id, crs, given.densify):
            if given.coverage == "shapely":
                rows, columns, share = shares_shapely(raster, geometry)
            else:
                rows, columns, share = shares_exactextract(raster, codes, geometry)
            code = codes[rows, columns]
            area = share * cell_areas(raster, crs, rows, columns, given.area)
            for value in np.unique(code):
                if not given.nodata and raster.nodata is not None and value == raster.nodata:
                    continue
                here = code == value
                if share[here].any():
                    rows_out.append((key, value.item(), math.fsum(share[here]),
                                     math.fsum(area[here])))
    out = csv.writer(open(given.output, "w", newline="", encoding="utf-8")
                     if given.output else sys.stdout, lineterminator="\n")
    out.writerow(["zone", "class", "pixels", "area_m2"])
    out.writerows([(z, c, repr(p), repr(a)) for z, c, p, a in rows_out])


if __name__ == "__main__":
    main()
