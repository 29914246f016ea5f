# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Times whole jobs against the time that decoding takes, in turn, and prints a table.

    run.py FOLDER [--runs 7] [--peers] [--small] [--only WORD]

FOLDER holds what make_inputs.py made. Each job and its yardstick run one after the other, so that
a machine that slows down slows both; the ratio is taken pair by pair and its median printed.
"""
import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
STEPPE = ROOT / ".build/release/steppe"


def touched_blocks(raster, zones):
    """The native blocks that some zone touches."""
    import rasterio
    from rasterio.features import rasterize
    from rasterio.transform import Affine

    features = json.load(open(zones))["features"]
    with rasterio.open(raster) as source:
        height, width = source.block_shapes[0]
        rows, columns = -(-source.height // height), -(-source.width // width)
        blocks = rasterize([f["geometry"] for f in features], (rows, columns), all_touched=True,
                           transform=source.transform * Affine.scale(width, height))
    return "".join(f"{c} {r}\n" for r in range(rows) for c in range(columns) if blocks[r, c])


def timed(command, feed=""):
    """Wall seconds, CPU seconds and peak MB of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    process.stdin.write(feed.encode())
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command}: {process.stderr.read().decode()}")
    del before
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--small", action="store_true", help="only check that results agree")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    folder = options.folder
    decode = folder / "decode"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "gdal"], text=True).split()
    subprocess.check_call(["cc", "-O2", HERE / "decode.c", *flags, "-lpthread", "-o", decode])
    banners = ROOT / "GeoData/zones/ordos_banners.geojson"
    lc30, lc10, before = (folder / n for n in ("lc30.tif", "lc10.tif", "lc30_2015.tif"))
    ndvi, z100, z1000 = (folder / n for n in ("ndvi30.tif", "zones100.geojson", "zones1000.geojson"))

    def tabulate(raster, zones, *more, jobs=2):
        return [STEPPE, "tabulate", raster, "--zones", zones, "--jobs", str(jobs), "-q", *more]

    jobs = [
        ("areas, 30 m, 9 zones", tabulate(lc30, banners), [lc30], banners, 1.5),
        ("areas, 10 m, 9 zones", tabulate(lc10, banners), [lc10], banners, 1.7),
        ("areas, 30 m, 100 zones", tabulate(lc30, z100), [lc30], z100, 2.0),
        ("areas, 30 m, 1,000 zones", tabulate(lc30, z1000), [lc30], z1000, 3.0),
        ("areas and mean NDVI, 30 m", tabulate(lc30, banners, "--values", ndvi), [lc30, ndvi],
         banners, 1.25),
        ("transitions, 30 m",
         [STEPPE, "change", before, lc30, "--zones", banners, "--jobs", "2", "-q"],
         [before, lc30], banners, 1.6),
    ]
    print("| job | × decode | must | wall s | CPU s | peak MB | decode s |")
    print("|---|---|---|---|---|---|---|")
    for name, command, rasters, zones, must in jobs:
        if options.only not in name:
            continue
        blocks = touched_blocks(rasters[0], zones)
        yardstick = [decode, "2", *rasters]
        pairs = []
        for run in range(options.runs + 1):
            pair = timed(command), timed(yardstick, blocks)
            if run > 0:
                pairs.append(pair)
        ratio = statistics.median(a[0] / b[0] for a, b in pairs)
        wall, cpu, peak = (statistics.median(a[i] for a, _ in pairs) for i in range(3))
        base = statistics.median(b[0] for _, b in pairs)
        print(f"| {name} | {ratio:.2f} | {must} | {wall:.3f} | {cpu:.3f} | {peak:.0f} | {base:.3f} |",
              flush=True)
    if not options.only or options.only == "threads":
        pairs = [(timed(tabulate(lc10, banners, jobs=1)), timed(tabulate(lc10, banners)))
                 for _ in range(options.runs)]
        print(f"\ntwo threads against one, 10 m: "
              f"{statistics.median(a[0] / b[0] for a, b in pairs):.2f}×")
    if options.peers:
        print("\n| peer, 30 m, 9 zones | × Steppe | wall s | CPU s | peak MB |\n|---|---|---|---|---|")
        for peer in ("exactextract", "rasterstats", "numpy"):
            command = [sys.executable, HERE / "peers.py", peer, lc30, banners]
            theirs, ours = timed(command), timed(tabulate(lc30, banners))
            print(f"| {peer} | {theirs[0] / ours[0]:.0f} | {theirs[0]:.2f} | {theirs[1]:.2f} "
                  f"| {theirs[2]:.0f} |", flush=True)


if __name__ == "__main__":
    main()
