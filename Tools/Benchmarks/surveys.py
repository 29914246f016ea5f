# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Times whole surveys against decoding all their rasters once, in turn, and prints tables.

    surveys.py FOLDER [--runs 5] [--only NAME] [--keep]

FOLDER holds what inputs.py made; STEPPE names another program than .build/release/steppe. Nothing is
kept between runs, so that each measures everything. The survey of the bundled 250 m data, with the
same sections, is what is taken off: what remains grows with the rasters. The second table is of surveys
whose tallies and pictures are all kept; the last of the demo, with everything.
"""
import argparse
import pathlib
import shutil
import sys

from timing import ROOT, STEPPE, decode, head, in_turn, row

GEODATA = ROOT / "GeoData"
CARBON = """
[carbon]
methods = ["stock", "stock-difference", "steady-state", "transition20", "flux"]
draws = 20000
seed = 1
"""


def survey(folder, name, years, deserts=True, carbon=True):
    """Writes a survey file; years are (year, land cover, NDVI)."""
    text = f"""title = "Benchmark"
language = "en"
synthetic = true
baseline = {years[0][0]}
targets = "{GEODATA}/targets/ordos_2020.toml"
rain = "{GEODATA}/synthetic/precipitation.csv"

[zones]
file = "{GEODATA}/zones/ordos_banners.geojson"
id = "adcode"
name = "name_zh"

[landcover]
scheme = "cnlucc"

[shrub]
use = "protective"

[vegetation]
soil = 0.04
canopy = 0.91
scale = 0.0001
source = "benchmark"

[wetland]
minimum_patch_ha = 8
"""
    for year, land, ndvi in years:
        text += f'\n[[year]]\nyear = {year}\nlandcover = "{land}"\n'
        if ndvi:
            text += f'ndvi = "{ndvi}"\n'
    for indicator, part in [("desert_mu_us", "mu_us"), ("desert_kubuqi", "kubuqi")] if deserts else []:
        text += f"""
[[desert]]
indicator = "{indicator}"
name_zh = "{part}"
name_en = "{part}"
file = "{GEODATA}/zones/deserts_schematic.geojson"
where = "id = '{part}'"
schematic = true
"""
    if carbon:
        text += CARBON
    path = folder / f"survey_{name}.toml"
    path.write_text(text)
    return path


def command(folder, path, *more):
    # A fresh store each time: nothing of an earlier run is used.
    out = folder / "out" / path.stem
    return ([STEPPE, "survey", path, "-o", out, "--overwrite", "--fresh", "--store",
             folder / "store", "-q", *more],)


def again(folder, path, *more):
    """The same survey with what an earlier run kept."""
    out = folder / "out" / f"{path.stem}_again"
    return ([STEPPE, "survey", path, "-o", out, "--overwrite", "--store", folder / "store_again", "-q",
             *more],)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", action="store_true", help="leave the surveys' folders there")
    options = parser.parse_args()
    folder = options.folder.resolve()
    lc15, lc20, lc10, ndvi = (folder / f"{n}.tif" for n in ("lc30_2015", "lc30", "lc10", "ndvi30"))
    coarse = [(y, GEODATA / f"synthetic/landcover_{y}.tif", GEODATA / f"synthetic/ndvi_{y}.tif")
              for y in (2015, 2020)]
    fine = [(2015, lc15, ndvi), (2020, lc20, ndvi)]
    small = survey(folder, "250m", coarse)
    cases = [
        ("30 m", survey(folder, "30m", fine), [lc15, lc20, ndvi, ndvi], small, []),
        ("30 m, no maps", survey(folder, "30m", fine), [lc15, lc20, ndvi, ndvi], small, ["--no-maps"]),
        ("10 m, one year, no deserts, carbon or maps",
         survey(folder, "10m", [(2020, lc10, ndvi)], deserts=False, carbon=False), [lc10, ndvi],
         survey(folder, "250m_plain", coarse[1:], deserts=False, carbon=False), ["--no-maps"]),
        ("10 m, one year, no deserts or carbon",
         survey(folder, "10m", [(2020, lc10, ndvi)], deserts=False, carbon=False), [lc10, ndvi],
         survey(folder, "250m_plain", coarse[1:], deserts=False, carbon=False), []),
    ]
    head("survey", "(CPU − 250 m) / decode", "must", "CPU s", "wall s", "peak MB", "decode CPU s",
         "250 m CPU s")
    for name, path, rasters, base, more in cases:
        if options.only not in name:
            continue
        (ours, yardstick, least), _ = in_turn(
            options.runs, command(folder, path, *more), decode(folder, rasters),
            command(folder, base, *more))
        row(name, (ours.cpu - least.cpu) / yardstick.cpu, 3.0, ours.cpu, ours.wall, ours.peak,
            yardstick.cpu, least.cpu)
    print()
    head("survey with all kept", "wall s", "CPU s", "peak MB")
    for name, path, _, _, more in cases:
        if options.only in name:
            (ours,), _ = in_turn(options.runs, again(folder, path, *more))
            row(name, ours.wall, ours.cpu, ours.peak)
    if options.only in "demo":
        print()
        head("demo, two threads", "must, wall s", "wall s", "CPU s", "peak MB")
        (ours,), _ = in_turn(
            options.runs, command(folder, GEODATA / "synthetic/survey.toml", "--jobs", "2"))
        row("with everything", 6.0, ours.wall, ours.cpu, ours.peak)
    if not options.keep:
        for part in ("out", "store", "store_again"):
            shutil.rmtree(folder / part, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
