# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Times whole jobs against the time that decoding takes, in turn, and prints tables.

    run.py FOLDER [--runs 7] [--only jobs,threads,bytes,peers]

FOLDER holds what inputs.py made; STEPPE names another program than .build/release/steppe. Peers
need Tools/Benchmarks/requirements.txt.
"""
import argparse
import hashlib
import pathlib
import subprocess
import sys

from timing import BANNERS, HERE, change, decode, head, in_turn, row, tabulate


def jobs(folder, runs):
    """Each job beside the yardstick."""
    lc30, lc10, before, ndvi = (
        folder / n for n in ("lc30.tif", "lc10.tif", "lc30_2015.tif", "ndvi30.tif"))
    z100, z1000 = folder / "zones100.gpkg", folder / "zones1000.gpkg"
    json = z1000.with_suffix(".geojson")
    cases = [
        ("areas, 30 m, 9 zones", tabulate(lc30), [lc30], BANNERS, 1.5),
        ("areas, 10 m, 9 zones", tabulate(lc10), [lc10], BANNERS, 1.7),
        ("areas, 30 m, 100 zones", tabulate(lc30, zones=z100), [lc30], z100, 2.0),
        ("areas, 30 m, 1,000 zones", tabulate(lc30, zones=z1000), [lc30], z1000, 3.0),
        ("the same, zones as GeoJSON", tabulate(lc30, zones=json), [lc30], z1000, 3.0),
        ("areas and mean NDVI, 30 m", tabulate(lc30, "--values", ndvi), [lc30, ndvi], BANNERS, 1.25),
        ("transitions, 30 m", change(before, lc30), [before, lc30], BANNERS, 1.6),
    ]
    head("job", "× decode", "must", "× decode's CPU", "wall s", "CPU s", "peak MB", "decode s")
    for name, command, rasters, zones, must in cases:
        (ours, theirs), [(wall, cpu)] = in_turn(runs, command, decode(folder, rasters, zones))
        row(name, wall, must, cpu, ours.wall, ours.cpu, ours.peak, theirs.wall)


def threads(folder, runs):
    """One thread beside two."""
    lc10 = folder / "lc10.tif"
    _, [(one, _), (yardstick, _)] = in_turn(
        runs, tabulate(lc10, jobs=1), tabulate(lc10), decode(folder, [lc10], threads=1))
    _, [(decoding, _)] = in_turn(
        runs, decode(folder, [lc10], threads=1), decode(folder, [lc10]))
    print(f"\nareas at 10 m, one thread: {one:.2f}× the time of two (decoding: {decoding:.2f}×), "
          f"{yardstick:.2f}× that of decoding with one")


def bytes_(folder, runs):
    """The same bytes for any number of threads and of parts."""
    def digest(*command):
        return hashlib.sha256(subprocess.check_output(command)).hexdigest()[:16]

    for zones in (BANNERS, folder / "zones1000.gpkg"):
        lc30 = folder / "lc30.tif"
        results = {digest(*tabulate(lc30, zones=zones, jobs=n)[0]) for n in (1, 2, 4, 16)}
        for count in (1, 3, 8):
            files = [folder / f"part{k + 1}.tally" for k in range(count)]
            for k, file in enumerate(files):
                subprocess.check_call(
                    [*tabulate(lc30, zones=zones)[0], "--part", f"{k + 1}/{count}", "-o", file,
                     "--overwrite"])
            steppe = tabulate(lc30)[0][0]
            for order in (files, files[::-1], files[1::2] + files[::2]):
                results.add(digest(steppe, "merge", "-q", *order))
        print(f"{zones.name}: jobs 1, 2, 4, 16 and parts 1, 3, 8 in three orders: "
              + ("the same bytes" if len(results) == 1 else f"DIFFERENT: {sorted(results)}"))
        if len(results) > 1:
            sys.exit(1)


def peers(folder, runs):
    """Other tools at the same job, in turn with Steppe."""
    lc30 = folder / "lc30.tif"
    head("areas, 30 m, 9 zones", "× Steppe", "wall s", "CPU s", "peak MB")
    for peer in ("numpy", "rasterstats", "exactextract"):
        command = [sys.executable, HERE / "peers.py", peer, lc30, BANNERS]
        (theirs, ours), [(ratio, _)] = in_turn(runs, (command,), tabulate(lc30))
        row(peer, ratio, theirs.wall, theirs.cpu, theirs.peak)
    row("Steppe", 1, ours.wall, ours.cpu, ours.peak)


def main():
    parts = {"jobs": jobs, "threads": threads, "bytes": bytes_, "peers": peers}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default=",".join(parts))
    options = parser.parse_args()
    for part in options.only.split(","):
        parts[part](options.folder, options.runs)


if __name__ == "__main__":
    main()
