# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""The benchmarks' jobs on small inputs: whether they are right, not how long they take.

    check.py FOLDER

FOLDER is where `inputs.py FOLDER --small` puts its inputs. Pixels of every zone and class are held
against exactextract, means against exactextract's, transitions against each year's own areas;
threads and parts against each other.
"""
import csv
import io
import pathlib
import subprocess
import sys

import exactextract
import pyogrio
import shapely

from timing import BANNERS, HERE, STEPPE, change, tabulate

failures = 0


def expect(holds, what):
    global failures
    print("ok  " if holds else "FAIL", what, flush=True)
    failures += not holds


def output(command):
    return subprocess.check_output([*map(str, command)], text=True)


def table(command):
    return list(csv.DictReader(io.StringIO(output(command))))


def features(zones, field):
    """Zones as exactextract takes them without a library for vectors beside it."""
    _, _, geometries, (ids,) = pyogrio.raw.read(zones, columns=[field])
    return [{"type": "Feature", "properties": {field: str(own)},
             "geometry": shapely.geometry.mapping(shapely.from_wkb(geometry))}
            for own, geometry in zip(ids, geometries)]


def areas(raster, zones, field):
    """Steppe's pixels by zone and class, and exactextract's."""
    ours = {}
    for row in table([*tabulate(raster, zones=zones)[0], "--zone-id", field]):
        if row["class"] not in ("nodata", "outside"):
            ours[row["zone"], int(row["class"])] = float(row["pixels"])
    theirs = {}
    for found in exactextract.exact_extract(
            raster, features(zones, field), ["unique", "frac", "count"], include_cols=[field]):
        p = found["properties"]
        for code, share in zip(p["unique"], p["frac"]):
            theirs[p[field], int(code)] = share * p["count"]
    # Their fractions are of single precision.
    far = max(abs(ours.get(key, 0) - theirs.get(key, 0)) / max(1, theirs.get(key, 0))
              for key in ours.keys() | theirs.keys())
    expect(far < 1e-4, f"{pathlib.Path(raster).name}, {pathlib.Path(zones).name}: "
                       f"{len(ours)} areas differ by at most {far:.1e} pixels or of each")


def means(raster, values):
    rows = table([*tabulate(raster, "--values", values)[0], "--zone-id", "adcode"])
    ours = {}
    for row in rows:
        if row["mean"]:
            total, weight = ours.get(row["zone"], (0, 0))
            area = float(row["value_area_m2"])
            ours[row["zone"]] = total + area * float(row["mean"]), weight + area
    worst = 0
    for found in exactextract.exact_extract(
            values, features(BANNERS, "adcode"), ["mean"], include_cols=["adcode"]):
        total, weight = ours[found["properties"]["adcode"]]
        worst = max(worst, abs(total / weight / found["properties"]["mean"] - 1))
    # Theirs weighs pixels, ours their areas: in a banner these differ by up to 3 %.
    expect(worst < 2e-3, f"means of {len(ours)} banners differ by at most {worst:.1e}")


def transitions(before, after):
    both = table([*change(before, after)[0], "--zone-id", "adcode"])
    for year, side in ((before, "before"), (after, "after")):
        margin = {}
        for row in both:
            key = row["zone"], row[side]
            margin[key] = margin.get(key, 0) + float(row["area_m2"])
        own = {(r["zone"], r["class"]): float(r["area_m2"])
               for r in table([*tabulate(year)[0], "--zone-id", "adcode"])}
        far = max(abs(margin[key] - own[key]) for key in own)
        expect(margin.keys() == own.keys() and far < 1e-3,
               f"transitions add up to {year.name} within {far:.1e} m²")


def same_bytes(folder, raster, zones):
    whole = output(tabulate(raster, zones=zones)[0])
    expect(all(output(tabulate(raster, zones=zones, jobs=n)[0]) == whole for n in (1, 4, 16)),
           f"{zones.name}: the same bytes for 1, 2, 4 and 16 threads")
    for count in (1, 3, 8):
        files = [folder / f"part{k + 1}.tally" for k in range(count)]
        for k, file in enumerate(files):
            output([*tabulate(raster, zones=zones)[0], "--part", f"{k + 1}/{count}", "-o", file,
                    "--overwrite"])
        for order in (files, files[::-1]):
            expect(output([STEPPE, "merge", "-q", *order]) == whole,
                   f"{zones.name}: the same bytes from {count} parts")


def main():
    folder = pathlib.Path(sys.argv[1])
    subprocess.check_call([sys.executable, HERE / "inputs.py", folder, "--small"])
    lc30, lc10 = folder / "lc30.tif", folder / "lc10.tif"
    areas(lc30, BANNERS, "adcode")
    areas(lc10, BANNERS, "adcode")
    for zones in ("zones100.gpkg", "zones1000.gpkg", "zones1000.geojson"):
        areas(lc30, folder / zones, "zone")
    means(lc30, folder / "ndvi30.tif")
    transitions(folder / "lc30_2015.tif", lc30)
    same_bytes(folder, lc30, folder / "zones100.gpkg")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
