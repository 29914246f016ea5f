# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Makes the inputs of the benchmarks, the same every time: about 0.5 GB and some minutes.

    inputs.py FOLDER [--small]

Land cover of Ordos at 30 m (19,200 × 13,200) and 10 m (48,000 × 33,000), drawn from the bundled
synthetic survey with borders roughened at every scale; a second year and NDVI at 30 m; zones: the
nine banners, and lattices of 100 and 1,000 zones that share their winding borders.
"""
import argparse
import json
import pathlib

import numpy as np
import pyogrio
import rasterio
import rasterio.windows
from rasterio.transform import from_origin

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEFT, TOP = 106.30, 41.05


SIDE = 4096


def texture(rng, slope):
    """Noise that is alike at every scale and joins at its sides: SIDE × SIDE, spread 1."""
    spectrum = np.fft.rfft2(rng.standard_normal((SIDE, SIDE), dtype="f4"))
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None, :])
    frequency[0, 0] = 1
    field = np.fft.irfft2(spectrum / frequency**slope).astype("f4")
    return field / field.std()


def write(path, width, height, pixels_a_degree, dtype, nodata, rows_of, **options):
    """Writes a tiled raster by rows of blocks: it is too large to keep."""
    profile = dict(driver="GTiff", width=width, height=height, count=1, dtype=dtype, nodata=nodata,
                   crs="EPSG:4326", tiled=True, blockxsize=512, blockysize=512,
                   compress="deflate", bigtiff="if_safer",
                   transform=from_origin(LEFT, TOP, 1 / pixels_a_degree, 1 / pixels_a_degree),
                   **options)
    columns = np.arange(width)
    with rasterio.open(path, "w", **profile) as target:
        for row in range(0, height, 512):
            rows = np.arange(row, min(row + 512, height))
            window = rasterio.windows.Window(0, row, width, len(rows))
            target.write(rows_of(rows, columns), 1, window=window)


def land_cover(path, year, pixels_a_degree, width, height, seed):
    rng = np.random.default_rng(seed)
    with rasterio.open(ROOT / f"GeoData/synthetic/landcover_{year}.tif") as source:
        classes, transform = source.read(1), source.transform
    # Borders stray by about a cell of the source, more finely the finer the raster.
    dx, dy = (texture(rng, 1.0) * 0.8 for _ in range(2))

    def rows_of(rows, columns):
        x = ((LEFT + (columns + 0.5) / pixels_a_degree - transform.c) / transform.a).astype("f4")
        y = ((TOP - (rows + 0.5) / pixels_a_degree - transform.f) / transform.e).astype("f4")
        part = np.ix_(rows % SIDE, columns % SIDE)
        j = np.clip((x[None, :] + dx[part]).astype("i4"), 0, classes.shape[1] - 1)
        i = np.clip((y[:, None] + dy[part]).astype("i4"), 0, classes.shape[0] - 1)
        return classes[i, j]

    write(path, width, height, pixels_a_degree, "uint8", 0, rows_of)


def ndvi(path, pixels_a_degree, width, height, seed):
    rng = np.random.default_rng(seed)
    field = texture(rng, 1.2) * 1200

    def rows_of(rows, columns):
        values = 3000 + field[np.ix_(rows % SIDE, columns % SIDE)]
        values += rng.standard_normal(values.shape, dtype="f4") * 20
        return values.astype("int16")

    write(path, width, height, pixels_a_degree, "int16", -32768, rows_of, predictor=2)


def lattice(path, columns, rows, seed, steps=24):
    """Zones that partition a rectangle: nodes moved at random, sides that wind, both shared."""
    rng = np.random.default_rng(seed)
    left, right, bottom, top = 106.45, 111.45, 37.60, 40.90
    w, h = (right - left) / columns, (top - bottom) / rows
    nodes = {}
    for r in range(rows + 1):
        for c in range(columns + 1):
            move = 0 if r in (0, rows) or c in (0, columns) else 0.25
            nodes[r, c] = (left + (c + move * rng.uniform(-1, 1)) * w,
                           top - (r + move * rng.uniform(-1, 1)) * h)
    sides = {}

    def side(a, b):
        if (b, a) in sides:
            return sides[b, a][::-1]
        if (a, b) not in sides:
            p, q = np.array(nodes[a]), np.array(nodes[b])
            t = np.linspace(0, 1, steps + 1)[:, None]
            line = p + (q - p) * t
            # Less than half a step, or sides would cross themselves.
            bend = min(0.01, 0.24 / steps)
            line[1:-1] += rng.uniform(-bend, bend, (steps - 1, 2)) * (w, h)
            sides[a, b] = [[round(x, 7), round(y, 7)] for x, y in line]
        return sides[a, b]

    features = []
    for r in range(rows):
        for c in range(columns):
            corners = [(r, c), (r + 1, c), (r + 1, c + 1), (r, c + 1), (r, c)]
            ring = []
            for a, b in zip(corners, corners[1:]):
                ring += side(a, b)[:-1]
            ring.append(ring[0])
            features.append({"type": "Feature", "properties": {"zone": r * columns + c + 1},
                             "geometry": {"type": "Polygon", "coordinates": [ring]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def as_geopackage(source, path):
    meta, fids, shapes, fields = pyogrio.raw.read(source)
    pyogrio.raw.write(path, shapes, fields, meta["fields"], geometry_type="Polygon",
                      crs="EPSG:4326", driver="GPKG")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--small", action="store_true", help="a tenth of the size, to try things")
    options = parser.parse_args()
    folder, part = options.folder, 10 if options.small else 1
    folder.mkdir(parents=True, exist_ok=True)
    fine, finer = (19_200 // part, 13_200 // part), (48_000 // part, 33_000 // part)
    jobs = {
        "lc30.tif": lambda p: land_cover(p, 2020, 3600 // part, *fine, 1),
        "lc30_2015.tif": lambda p: land_cover(p, 2015, 3600 // part, *fine, 1),
        "ndvi30.tif": lambda p: ndvi(p, 3600 // part, *fine, 2),
        "lc10.tif": lambda p: land_cover(p, 2020, 9000 // part, *finer, 3),
        "zones100.geojson": lambda p: lattice(p, 10, 10, 4),
        "zones1000.geojson": lambda p: lattice(p, 40, 25, 5),
        "zones100.gpkg": lambda p: as_geopackage(folder / "zones100.geojson", p),
        "zones1000.gpkg": lambda p: as_geopackage(folder / "zones1000.geojson", p),
    }
    for name, make in jobs.items():
        if not (folder / name).exists():
            print("making", name, flush=True)
            beside = folder / f"making-{name}"
            make(beside)
            beside.rename(folder / name)


if __name__ == "__main__":
    main()
