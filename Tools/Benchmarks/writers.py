# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What writing rasters costs, relative to gdal_translate writing the same pixels the same way.

A quarter of the 30 m land cover and NDVI; gdal_translate starts from pixels that are not compressed.

    writers.py FOLDER [--runs 3]
"""
import argparse
import json
import pathlib
import subprocess

from timing import STEPPE, head, in_turn, row


def options_of(raster, resampling):
    """The creation options that gdal_translate needs to write such a file, overviews included."""
    info = json.loads(subprocess.check_output(["gdalinfo", "-json", raster]))
    structure = info["metadata"].get("IMAGE_STRUCTURE", {})
    is_cog = structure.get("LAYOUT") == "COG"
    wanted = {"COMPRESS": structure.get("COMPRESSION", "NONE"),
              "LEVEL" if is_cog else "ZLEVEL": "1", "BIGTIFF": "IF_SAFER"}
    if is_cog:
        wanted |= {"BLOCKSIZE": str(info["bands"][0]["block"][0]), "OVERVIEW_RESAMPLING": resampling}
        if structure.get("PREDICTOR"):
            wanted["PREDICTOR"] = structure["PREDICTOR"]
    else:
        wanted |= {"TILED": "YES", "BLOCKXSIZE": str(info["bands"][0]["block"][0]),
                   "BLOCKYSIZE": str(info["bands"][0]["block"][1])}
        if structure.get("PREDICTOR"):
            wanted["PREDICTOR"] = structure["PREDICTOR"]
    options = [w for key, value in wanted.items() for w in ("-co", f"{key}={value}")]
    return ["-of", "COG" if is_cog else "GTiff", *options], wanted


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    folder = options.folder
    made = folder / "writers"
    made.mkdir(exist_ok=True)
    land, ndvi = made / "land.tif", made / "ndvi.tif"
    for name, path in (("lc30.tif", land), ("ndvi30.tif", ndvi)):
        if not path.exists():
            subprocess.check_call(
                ["gdal_translate", "-q", "-srcwin", "4000", "3000", "9600", "6600", "-co", "TILED=YES",
                 "-co", "COMPRESS=DEFLATE", folder / name, path])
    members = ["--scale", "0.0001", "--soil", "0.05", "--canopy", "0.75", "--overwrite"]
    jobs = [
        ("vegetation cover, float32", ["cover", ndvi, *members, "-o"], ".tif"),
        ("vegetation cover, float32, COG", ["cover", ndvi, *members, "--cog", "-o"], ".tif"),
        ("vegetation cover, uint8, COG",
         ["cover", ndvi, *members, "--cog", "--type", "uint8", "-o"], ".tif"),
        ("classes of forest, COG",
         ["layers", land, "--scheme", "none", "--class", "21", "--overwrite", "-o"], ".tif"),
        ("carbon density, float32, COG",
         ["carbon", land, "--scheme", "cnlucc", "--year", "2020", "--overwrite",
          "-o", made / "carbon.csv", "--density"], ".tif"),
    ]
    head("raster, 9,600 × 6,600", "× gdal_translate", "× CPU", "wall s", "CPU s", "peak MB",
         "gdal_translate s", "its peak MB", "written as")
    for number, (name, arguments, suffix) in enumerate(jobs):
        ours, theirs = made / f"ours{number}{suffix}", made / f"theirs{number}.tif"
        command = [STEPPE, *arguments, ours, "--jobs", "2", "-q"]
        subprocess.check_call(list(map(str, command)), stdout=subprocess.DEVNULL)
        creation, wanted = options_of(ours, "MODE" if "classes" in name else "AVERAGE")
        plain = made / "plain.tif"
        subprocess.check_call(
            ["gdal_translate", "-q", "-co", "TILED=YES", "-co", "BIGTIFF=IF_SAFER", ours, plain])
        copy = ["gdal_translate", "-q", *creation, "-co", "NUM_THREADS=2", plain, theirs]
        (a, b), [(wall, cpu)] = in_turn(options.runs, (command,), (copy,))
        row(name, wall, cpu, a.wall, a.cpu, a.peak, b.wall, b.peak,
            ", ".join(f"{key}={value}" for key, value in wanted.items()))


if __name__ == "__main__":
    main()
