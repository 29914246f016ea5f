# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""The native blocks of a raster that some zone touches: a line a block, COLUMN ROW.

    blocks.py RASTER ZONES
"""
import sys

import pyogrio
import pyproj
import rasterio
import shapely
from rasterio.features import rasterize
from rasterio.transform import Affine

raster, zones = sys.argv[1:]
meta, _, shapes, _ = pyogrio.raw.read(zones, columns=[])
shapes = shapely.from_wkb(shapes)
with rasterio.open(raster) as source:
    height, width = source.block_shapes[0]
    rows, columns = -(-source.height // height), -(-source.width // width)
    if not source.crs.is_geographic:
        place = pyproj.Transformer.from_crs(meta["crs"], source.crs.to_wkt(), always_xy=True)
        shapes = shapely.transform(shapes, place.transform, interleaved=False)
    blocks = rasterize(shapes, (rows, columns), all_touched=True,
                       transform=source.transform * Affine.scale(width, height))
print("".join(f"{c} {r}\n" for r in range(rows) for c in range(columns) if blocks[r, c]), end="")
