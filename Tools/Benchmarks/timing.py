# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: running commands in turn, and the yardstick of decoding."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BANNERS = ROOT / "GeoData/zones/ordos_banners.geojson"
STEPPE = os.environ.get("STEPPE", ROOT / ".build/release/steppe")


class Cost(NamedTuple):
    """What a command took."""
    wall: float    # s
    cpu: float     # s
    peak: float    # MB


def timed(command, feed=""):
    """Runs a command; ends the benchmark where it fails."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=errors)
        process.stdin.write(feed.encode())
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(map(str, command))}: {errors.read().decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(runs, *calls):
    """Medians of commands that run in turn, after one run that does not count, and the median of
    the first one's time over each other one's, pair by pair: a machine that slows down slows all."""
    rounds = [[timed(*call) for call in calls] for _ in range(runs + 1)][1:]
    costs = [Cost(*(statistics.median(row[i][j] for row in rounds) for j in range(3)))
             for i in range(len(calls))]
    ratios = [statistics.median(row[0].wall / row[i].wall for row in rounds)
              for i in range(1, len(calls))]
    return costs, ratios


def touched_blocks(raster, zones):
    """The native blocks that some zone touches, a line each."""
    import json

    import pyproj
    import rasterio
    import shapely
    from rasterio.features import rasterize
    from rasterio.transform import Affine

    features = json.load(open(zones))["features"]
    with rasterio.open(raster) as source:
        height, width = source.block_shapes[0]
        rows, columns = -(-source.height // height), -(-source.width // width)
        shapes = shapely.from_geojson([json.dumps(f["geometry"]) for f in features])
        if not source.crs.is_geographic:
            place = pyproj.Transformer.from_crs(4326, source.crs.to_wkt(), always_xy=True)
            shapes = shapely.transform(shapes, lambda xy: list(zip(*place.transform(*xy.T))))
        blocks = rasterize(shapes, (rows, columns), all_touched=True,
                           transform=source.transform * Affine.scale(width, height))
    return "".join(f"{c} {r}\n" for r in range(rows) for c in range(columns) if blocks[r, c])


def decode(folder, rasters, zones=BANNERS, threads=2, of=None):
    """The yardstick: reads the blocks that zones touch of all rasters, and does nothing with them."""
    program = folder / "decode"
    source = HERE / "decode.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "gdal"], text=True)
        subprocess.check_call(["cc", "-O2", source, *flags.split(), "-lpthread", "-o", program])
    return [program, str(threads), *rasters], touched_blocks(of or rasters[0], zones)


def tabulate(raster, *more, zones=BANNERS, jobs=2):
    return ([STEPPE, "tabulate", raster, "--zones", zones, "--jobs", str(jobs), "-q", *more],)


def change(before, after, zones=BANNERS, jobs=2):
    return ([STEPPE, "change", before, after, "--zones", zones, "--jobs", str(jobs), "-q"],)


def row(*cells):
    """Prints a line of a Markdown table."""
    print("| " + " | ".join(f"{c:.3g}" if isinstance(c, float) else str(c) for c in cells) + " |",
          flush=True)


def head(*titles):
    row(*titles)
    row(*["---"] * len(titles))
