# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""How time and memory grow with pixels, zones and vertices.

    growth.py FOLDER [--runs 5]
"""
import argparse
import pathlib
import subprocess
import sys

from timing import BANNERS, HERE, decode, head, in_turn, row, tabulate


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    folder = options.folder
    made = folder / "growth"
    made.mkdir(exist_ok=True)
    lc30 = folder / "lc30.tif"
    print("making inputs", file=sys.stderr)
    subprocess.check_call([sys.executable, HERE / "growth_inputs.py", folder, made])

    def measure(name, raster, zones):
        (ours, theirs), [(wall, cpu)] = in_turn(
            options.runs, tabulate(raster, zones=zones), decode(folder, [raster], zones))
        row(name, ours.wall, ours.cpu, ours.peak, theirs.wall, wall, cpu)

    head("pixels, nine banners", "wall s", "CPU s", "peak MB", "decode s", "× decode", "× CPU")
    for name, raster in (("63 M (¼)", made / "lc60.tif"), ("253 M (1)", lc30),
                         ("1,014 M (4)", made / "lc15.tif"), ("1,584 M", folder / "lc10.tif")):
        measure(name, raster, BANNERS)
    print()
    head("zones, 30 m", "wall s", "CPU s", "peak MB", "decode s", "× decode", "× CPU")
    for count in (1, 10, 100, 1000):
        measure(f"{count:,}", lc30, made / f"zones{count}.gpkg")
    print()
    head("vertices of 100 zones, 30 m", "wall s", "CPU s", "peak MB", "decode s", "× decode", "× CPU")
    for steps in (6, 24, 96, 384, 1536):
        measure(f"{100 * 4 * steps:,}", lc30, made / f"steps{steps}.gpkg")


if __name__ == "__main__":
    main()
