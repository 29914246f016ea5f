# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""The inputs of growth.py, the same every time.

    growth_inputs.py FOLDER TARGET
"""
import pathlib
import sys

import rasterio

from inputs import as_geopackage, lattice

folder, target = map(pathlib.Path, sys.argv[1:])


def make(name, making):
    if not (target / name).exists():
        beside = target / f"making-{name}"
        making(beside)
        beside.rename(target / name)


def zones(columns, rows, steps):
    def making(path):
        text = path.with_suffix(".geojson")
        lattice(text, columns, rows, 7, steps)
        as_geopackage(text, path)
        text.unlink()
    return making


def resized(factor):
    def making(path):
        with rasterio.open(folder / "lc30.tif") as source:
            profile = source.profile | {
                "width": int(source.width * factor), "height": int(source.height * factor),
                "transform": source.transform * rasterio.Affine.scale(1 / factor), "bigtiff": "yes"}
            with rasterio.open(path, "w", **profile) as out:
                for row in range(0, profile["height"], 512):
                    rows = min(512, profile["height"] - row)
                    seen = rasterio.windows.Window(
                        0, row / factor, source.width, rows / factor)
                    out.write(source.read(1, window=seen, out_shape=(rows, profile["width"])), 1,
                              window=rasterio.windows.Window(0, row, profile["width"], rows))
    return making


make("lc60.tif", resized(0.5))
make("lc15.tif", resized(2))
for columns, rows in ((1, 1), (5, 2), (10, 10), (40, 25)):
    make(f"zones{columns * rows}.gpkg", zones(columns, rows, 24))
for steps in (6, 24, 96, 384, 1536):
    make(f"steps{steps}.gpkg", zones(10, 10, steps))
