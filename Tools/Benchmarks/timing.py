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
    """Runs a command; ends the benchmark where it fails.

    Linux counts the memory of the process that starts another to the other's peak: this one must
    stay small, so it imports no numpy.
    """
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
    """Runs commands in turn, so that a machine that slows down slows all of them.

    One round does not count. Answers each one's medians, and the median of the first one's wall and
    CPU time over those of each other one, pair by pair.
    """
    rounds = [[timed(*call) for call in calls] for _ in range(runs + 1)][1:]
    costs = [Cost(*(statistics.median(row[i][j] for row in rounds) for j in range(3)))
             for i in range(len(calls))]
    ratios = [tuple(statistics.median(row[0][j] / row[i][j] for row in rounds) for j in range(2))
              for i in range(1, len(calls))]
    return costs, ratios


def decode(folder, rasters, zones=BANNERS, threads=2):
    """The yardstick: reads the blocks that zones touch of all rasters, and does nothing with them."""
    program = folder / "decode"
    source = HERE / "decode.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "gdal"], text=True)
        subprocess.check_call(["cc", "-O2", source, *flags.split(), "-lpthread", "-o", program])
    blocks = [subprocess.check_output([sys.executable, HERE / "blocks.py", raster, zones], text=True)
              for raster in rasters]
    return [program, str(threads), *rasters], "\n".join(blocks)


def tabulate(raster, *more, zones=BANNERS, jobs=2):
    return ([STEPPE, "tabulate", raster, "--zones", zones, "--jobs", str(jobs), "-q", *more],)


def change(before, after, zones=BANNERS, jobs=2):
    return ([STEPPE, "change", before, after, "--zones", zones, "--jobs", str(jobs), "-q"],)


def head(*titles):
    """Begins a Markdown table."""
    row(*titles)
    row(*["---"] * len(titles))


def row(*cells):
    """Prints a line of a Markdown table."""
    def shown(cell):
        if not isinstance(cell, float):
            return str(cell)
        return f"{cell:.0f}" if cell >= 100 else f"{cell:.1f}" if cell >= 10 else f"{cell:.2f}"
    print("| " + " | ".join(map(shown, cells)) + " |", flush=True)
