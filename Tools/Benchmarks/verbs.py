# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Times what is neither a tabulation nor a whole survey: each verb beside a yardstick, in turn.

    verbs.py FOLDER [--runs 3] [--only NAME]

FOLDER holds what inputs.py and verb_inputs.py made; STEPPE names another program than
.build/release/steppe. Yardsticks: decoding a verb's rasters once, gdal_translate, geopandas (where it is
installed), or another verb; without one, the limit is of seconds of wall time.
"""
import argparse
import importlib.util
import pathlib
import shutil
import sys

from surveys import survey
from timing import BANNERS, HERE, STEPPE, decode, head, in_turn, row


def steppe(*arguments):
    return ([STEPPE, *arguments, "-q"],)


def against(name, ours, theirs, must, runs, by_cpu=True):
    """A verb beside its yardstick: the ratio of CPU times, or of wall times."""
    (mine, other), [(wall, cpu)] = in_turn(runs, ours, theirs)
    row(name, cpu if by_cpu else wall, f"{must}", mine.wall, mine.cpu, mine.peak, other.cpu)


def alone(name, ours, must, runs):
    (mine,), _ = in_turn(runs, ours)
    row(name, "", f"{must} s", mine.wall, mine.cpu, mine.peak, "")


def atlas(folder, out, runs):
    """What a zone's plate and profile add to a survey of 100 zones."""
    path = survey(folder, "100zones", [(2020, folder / "lc30.tif", None)], deserts=False, carbon=False)
    text = path.read_text().replace(str(BANNERS), str(folder / "zones100.gpkg"))
    names = {"adcode": "code", "name_zh": "name"}
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    lines = [line for line in text.splitlines() if not line.startswith(("targets", "rain"))]
    path.write_text("\n".join(lines) + "\n")
    job = ["survey", path, "-o", out / "atlas", "--overwrite", "--store", out / "store"]
    (whole, least), _ = in_turn(runs, steppe(*job, "--atlas"), steppe(*job))
    row("atlas of 100 zones, wall s a zone", (whole.wall - least.wall) / 100, "0.25", whole.wall,
        whole.cpu, whole.peak, least.cpu)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    folder, runs = options.folder.resolve(), options.runs
    out = folder / "verbs"
    out.mkdir(exist_ok=True)
    lc15, lc20, ndvi = (folder / f"{n}.tif" for n in ("lc30_2015", "lc30", "ndvi30"))
    years = [folder / f"ndvi30_{year}.tif" for year in range(2015, 2021)]
    parcels, parcels_2, large = (
        folder / f"{n}.gpkg" for n in ("parcels", "parcels_2", "parcels_large"))
    zones = ["--zones", BANNERS, "--zone-id", "adcode"]
    tally = steppe("parcels", parcels, *zones)
    translate = ["gdal_translate", "-q", "-ot", "Float32", "-of", "COG", "-co", "COMPRESS=DEFLATE",
                 "-co", "LEVEL=1", "-co", "PREDICTOR=YES", "-co", "NUM_THREADS=2", ndvi,
                 out / "theirs.tif"]
    jobs = {
        "layers of forest, 30 m / decode": lambda name: against(
            name, steppe("layers", lc20, "--category", "forest", "-o", out / "forest.gpkg",
                         "--overwrite"), decode(folder, [lc20]), 30, runs),
        "cover, 30 m, COG / gdal_translate": lambda name: against(
            name, steppe("cover", ndvi, "--scale", "0.0001", "--cog", "-o", out / "cover.tif",
                         "--overwrite"), (translate,), 1.2, runs),
        "degradation, six years, 30 m / decode": lambda name: against(
            name, steppe("degradation", *years, "--land-before", lc15, "--land-after", lc20,
                         "--scheme", "cnlucc", *zones), decode(folder, [*years, lc15, lc20]), 3, runs),
        "change, parcels × parcels / parcels": lambda name: against(
            name, steppe("change", parcels, parcels_2, *zones), tally, 2, runs),
        "change, raster × parcels / parcels": lambda name: against(
            name, steppe("change", lc15, parcels, "--scheme-before", "cnlucc", *zones), tally, 2, runs),
        "accuracy, 100,000 samples": lambda name: alone(
            name, steppe("accuracy", folder / "samples.csv", "--areas", folder / "sample_areas.csv"),
            2, runs),
        "atlas": lambda name: atlas(folder, out, runs),
    }
    if importlib.util.find_spec("geopandas"):
        jobs["parcels, 200,000 / geopandas, wall"] = lambda name: against(
            name, tally, ([sys.executable, HERE / "peers.py", "geopandas", parcels, BANNERS],), 0.2,
            runs, by_cpu=False)
    else:
        jobs["parcels, 200,000"] = lambda name: alone(name, tally, "–", runs)
    if large.exists():
        jobs["parcels, 3,000,000"] = lambda name: alone(
            name, steppe("parcels", large, *zones), 60, 1)
    head("verb / yardstick", "ratio", "must", "wall s", "CPU s", "peak MB", "its CPU s")
    for name, job in jobs.items():
        if options.only in name:
            job(name)
    shutil.rmtree(out, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
