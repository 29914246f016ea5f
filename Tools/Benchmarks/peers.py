# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Other tools doing the same job: area per zone and class.

    peers.py exactextract|rasterstats|numpy RASTER ZONES
    peers.py geopandas PARCELS ZONES

exactextract counts pixels by exact coverage, rasterstats and numpy by centre; none of them knows
the area of a pixel, so their job is the smaller one.
"""
import sys


def exactextract(raster, zones):
    import exactextract
    found = exactextract.exact_extract(raster, zones, ["unique", "frac", "count"], strategy="raster-sequential")
    return sum(len(f["properties"]["unique"]) for f in found)


def rasterstats(raster, zones):
    import rasterstats
    return sum(len(z) for z in rasterstats.zonal_stats(zones, raster, categorical=True))


def numpy(raster, zones):
    """By strips of blocks: zones burnt at pixel centres, then a joint count."""
    import json

    import numpy as np
    import rasterio
    from rasterio.features import rasterize

    features = json.load(open(zones))["features"]
    shapes = [(f["geometry"], i + 1) for i, f in enumerate(features)]
    with rasterio.open(raster) as source:
        counts = np.zeros((len(shapes) + 1) * 256, "i8")
        for row in range(0, source.height, 512):
            window = rasterio.windows.Window(0, row, source.width, min(512, source.height - row))
            data = source.read(1, window=window)
            ids = rasterize(shapes, data.shape, transform=source.window_transform(window), dtype="int32")
            counts += np.bincount((ids * 256 + data).ravel(), minlength=counts.size)
    return int((counts > 0).sum())


def geopandas(parcels, zones):
    """Polygons cut by zones, and their geodesic areas by zone and class."""
    import geopandas
    import pyproj

    geod = pyproj.Geod(ellps="GRS80")
    left = geopandas.read_file(parcels).to_crs(4326)
    cut = geopandas.overlay(left, geopandas.read_file(zones)[["adcode", "geometry"]], how="intersection")
    cut["area"] = [abs(geod.geometry_area_perimeter(shape)[0]) for shape in cut.geometry]
    return len(cut.groupby(["adcode", "DLBM"])["area"].sum())


print(globals()[sys.argv[1]](*sys.argv[2:4]))
