# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Makes what verbs.py measures beside the rasters of inputs.py, the same every time.

    verb_inputs.py FOLDER [--large]

Survey polygons: lattices of 200,000 quadrilaterals over Ordos that share their borders, of two years
(parcels.gpkg, parcels_2.gpkg), and of 3,000,000 with --large; 100,000 samples; six years of NDVI.
"""
import argparse
import pathlib

import numpy as np
import pyogrio.raw

# By land: cropland, forest, grassland, sand, water, town.
CODES = np.array(["0103", "0301", "0305", "0401", "0404", "1101", "1205", "0702"])
LEFT, TOP, RIGHT, BOTTOM = 106.8, 40.9, 111.4, 37.7
COLUMN = np.dtype([("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("points", "<u4"),
                   ("xy", "<f8", (5, 2))])


def parcels(path, columns, rows, seed):
    """Quadrilaterals whose corners are moved about, each shared by four of them."""
    rng = np.random.default_rng(7)
    x, y = np.meshgrid(np.linspace(LEFT, RIGHT, columns + 1), np.linspace(TOP, BOTTOM, rows + 1))
    for side, step in ((x, (RIGHT - LEFT) / columns), (y, (TOP - BOTTOM) / rows)):
        side += rng.uniform(-0.3, 0.3, side.shape) * step
    shapes = np.zeros(columns * rows, COLUMN)
    shapes["order"], shapes["type"], shapes["rings"], shapes["points"] = 1, 3, 1, 5
    for place, (down, right) in enumerate([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]):
        for axis, side in enumerate((x, y)):
            corners = side[down:down + rows, right:right + columns]
            shapes["xy"][:, place, axis] = corners.ravel()
    size, memory = COLUMN.itemsize, shapes.tobytes()
    geometry = np.array(
        [memory[start:start + size] for start in range(0, len(memory), size)], object)
    codes = CODES[np.random.default_rng(seed).integers(0, len(CODES), columns * rows)]
    pyogrio.raw.write(path, geometry, [codes.astype(object)], ["DLBM"], layer="DLTB", driver="GPKG",
                      geometry_type="Polygon", crs="EPSG:4490")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    folder = options.folder
    made = [("parcels.gpkg", 500, 400, 1), ("parcels_2.gpkg", 500, 400, 2)]
    if options.large:
        made.append(("parcels_large.gpkg", 2000, 1500, 3))
    for name, columns, rows, seed in made:
        if not (folder / name).exists():
            parcels(folder / name, columns, rows, seed)
    rng = np.random.default_rng(5)
    classes = np.array([11, 21, 31, 32, 33, 41, 61])
    mapped = classes[rng.integers(0, len(classes), 100_000)]
    real = np.where(rng.random(100_000) < 0.85, mapped, rng.permutation(mapped))
    lines = [f"{a},{b}" for a, b in zip(mapped, real)]
    (folder / "samples.csv").write_text("map,reference\n" + "\n".join(lines) + "\n")
    (folder / "sample_areas.csv").write_text(
        "class,area_m2\n" + "".join(f"{c},{1e9 + c}\n" for c in classes))
    for year in range(2015, 2021):
        link = folder / f"ndvi30_{year}.tif"
        if not link.exists():
            link.symlink_to("ndvi30.tif")


if __name__ == "__main__":
    main()
