# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""A batch of surveys, some with bad inputs, the same every time.

    Tools/samples/batch FOLDER [--surveys 100] [--years 20] [--bad 5] [--pixels 240] [--seed 1]
    Tools/samples/batch FOLDER --mend

Writes FOLDER/batch.csv, a line for each survey; a land-cover raster of a made-up region for each year, which all
surveys read; and for each survey a file and the zones of its banner. Every tenth survey is of the same zones as the
one before it, under another title: what it wants measured is there already. Of the surveys `--bad` in a hundred
have a fault, of the kinds below in turn; FOLDER/bad.csv names them. `--mend` puts them right.
"""
import argparse
import csv
import json
import pathlib
import random

import numpy as np
import rasterio

# The faults, and the exit status that a survey with it ends with.
FAULTS = {
    "missing raster": 5,    # what rests on the year is not assessed; the rest is written
    "truncated raster": 5,
    "wrong CRS": 65,        # the zones' degrees are said to be metres
    "unknown key": 65,
    "empty zones": 65,
}
WEST, NORTH, SIZE = 107.0, 40.0, 0.002
CODES = np.array([1, 2, 3, 4, 5, 7, 8, 9], dtype=np.uint8)
SHARES = [0.12, 0.08, 0.07, 0.45, 0.02, 0.18, 0.05, 0.03]


def rasters(folder, years, pixels, seed):
    """CLCD codes in patches of five pixels; from year to year one in fifty patches is drawn anew."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = np.random.default_rng(seed)
    patches = draw.choice(CODES, (pixels // 5, pixels // 5), p=SHARES)
    for year in years:
        changed = draw.random(patches.shape) < 0.02
        patches = np.where(changed, draw.choice(CODES, patches.shape, p=SHARES), patches)
        land = np.kron(patches, np.ones((5, 5), dtype=np.uint8))
        with rasterio.open(folder / f"lc_{year}.tif", "w", driver="GTiff", width=land.shape[1], height=land.shape[0],
                           count=1, dtype="uint8", crs="EPSG:4326", nodata=0, tiled=True, blockxsize=128,
                           blockysize=128, compress="deflate",
                           transform=rasterio.Affine(SIZE, 0, WEST, 0, -SIZE, NORTH)) as file:
            file.write(land, 1)


def zones(place, pixels):
    """Four townships of a banner: quarters of a square somewhere in the region, by the place's own seed."""
    draw = random.Random(place)
    side = pixels * SIZE / 6
    west = WEST + draw.random() * (pixels * SIZE - side)
    south = NORTH - pixels * SIZE + draw.random() * (pixels * SIZE - side)
    half = side / 2
    features = []
    for number, (x, y) in enumerate(((0, 0), (1, 0), (0, 1), (1, 1)), 1):
        w, s = round(west + x * half, 7), round(south + y * half, 7)
        e, n = round(west + (x + 1) * half, 7), round(south + (y + 1) * half, 7)
        features.append({
            "type": "Feature", "properties": {"id": f"{place:03}{number}", "name": f"苏木{number}"},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]}})
    return {"type": "FeatureCollection", "features": features}


def survey(folder, number, years, pixels, fault):
    """A survey file and its zones; with the fault, unless that is None."""
    folder.mkdir(parents=True, exist_ok=True)
    layer = zones(number - 1 if number % 10 == 0 else number, pixels)
    if fault == "empty zones":
        layer["features"] = []
    if fault == "wrong CRS":
        layer["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32649"}}
    (folder / "zones.geojson").write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    lines = [f'title_zh = "旗{number}"', f'title_en = "Banner {number}"']
    if fault == "unknown key":
        lines.append('baselin = 2001')
    lines += ["[zones]", 'file = "zones.geojson"', 'id = "id"', 'name = "name"', "[landcover]", 'scheme = "clcd"']
    for year in years:
        path = f"../../rasters/lc_{year}.tif"
        if year == years[len(years) // 2] and fault == "missing raster":
            path = "lost.tif"
        if year == years[len(years) // 2] and fault == "truncated raster":
            whole = (folder / path).read_bytes()
            (folder / "cut.tif").write_bytes(whole[:len(whole) // 2])
            path = "cut.tif"
        lines += ["[[year]]", f"year = {year}", f'landcover = "{path}"']
    (folder / "survey.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--surveys", type=int, default=100)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--bad", type=float, default=5, help="surveys in a hundred with a bad input")
    parser.add_argument("--pixels", type=int, default=240, help="along a side of the region")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mend", action="store_true", help="put right what was bad")
    chosen = parser.parse_args()
    folder = chosen.folder
    plan = folder / "plan.json"
    if chosen.mend:
        past = json.loads(plan.read_text())
        for number in past["bad"]:
            survey(folder / "surveys" / f"{number:03}", number, past["years"], past["pixels"], None)
        return
    years = list(range(2001, 2001 + chosen.years))
    rasters(folder / "rasters", years, chosen.pixels, chosen.seed)
    draw = random.Random(chosen.seed)
    count = round(chosen.surveys * chosen.bad / 100)
    bad = sorted(draw.sample(range(1, chosen.surveys + 1), count))
    faults = {number: list(FAULTS)[index % len(FAULTS)] for index, number in enumerate(bad)}
    for number in range(1, chosen.surveys + 1):
        survey(folder / "surveys" / f"{number:03}", number, years, chosen.pixels, faults.get(number))
    plan.write_text(json.dumps({"bad": bad, "years": years, "pixels": chosen.pixels}))
    with open(folder / "batch.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["unit", "survey", "source_en"])
        for number in range(1, chosen.surveys + 1):
            rows.writerow([f"banner-{number:03}", f"surveys/{number:03}/survey.toml", f"made up, sheet {number}"])
    with open(folder / "bad.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["unit", "fault", "exit_status"])
        for number, fault in faults.items():
            rows.writerow([f"banner-{number:03}", fault, FAULTS[fault]])


main()
