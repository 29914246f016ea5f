# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What each layout of a raster costs, relative to decoding it.

    layouts.py FOLDER [--runs 5] [--only WORD]

A quarter of the 30 m land cover, 9,600 × 6,600, written anew in each layout by GDAL's own programs.
"""
import argparse
import pathlib
import subprocess

from timing import BANNERS, decode, head, in_turn, row, tabulate

TILED = ["-co", "TILED=YES", "-co", "BLOCKXSIZE=512", "-co", "BLOCKYSIZE=512"]


def translate(*options):
    return lambda source, path: subprocess.check_call(
        ["gdal_translate", "-q", *options, source, path])


def warp(*options):
    return lambda source, path: subprocess.check_call(
        ["gdalwarp", "-q", "-overwrite", *options, *TILED, "-co", "COMPRESS=DEFLATE", source, path])


def mosaic(source, path):
    """8 × 6 tiles of some 1,230 pixels that overlap by some 30; one of them is missing."""
    tiles = []
    for number in range(48):
        column, y = number % 8 * 1200, number // 8 * 1100
        tile = path.with_name(f"tile{number}.tif")
        subprocess.check_call(
            ["gdal_translate", "-q", *TILED, "-co", "COMPRESS=DEFLATE", "-srcwin", str(column),
             str(y), str(min(1230, 9600 - column)), str(min(1130, 6600 - y)), source, tile])
        tiles.append(tile)
    del tiles[27]
    path.unlink(missing_ok=True)
    subprocess.check_call(["gdalbuildvrt", "-q", path, *tiles])


def masked(source, path):
    """A mask beside the pixels instead of a nodata value."""
    subprocess.check_call(
        ["gdal_translate", "-q", *TILED, "-co", "COMPRESS=DEFLATE", "-a_nodata", "none", "-mask", "1",
         "--config", "GDAL_TIFF_INTERNAL_MASK", "YES", source, path])


def compressed(method, *more, kind="Byte"):
    return translate(*TILED, "-co", f"COMPRESS={method}", "-ot", kind,
                     *(w for option in more for w in ("-co", option)))


LAYOUTS = {
    "tiles of 512, DEFLATE": compressed("DEFLATE"),
    "tiles of 512, DEFLATE, predictor 2": compressed("DEFLATE", "PREDICTOR=2"),
    "tiles of 512, ZSTD": compressed("ZSTD"),
    "tiles of 512, LZW": compressed("LZW"),
    "tiles of 512, LZW, predictor 2": compressed("LZW", "PREDICTOR=2"),
    "tiles of 512, not compressed": compressed("NONE"),
    "tiles of 256, DEFLATE": translate("-co", "TILED=YES", "-co", "COMPRESS=DEFLATE"),
    "tiles of 64, DEFLATE": translate("-co", "TILED=YES", "-co", "BLOCKXSIZE=64", "-co",
                                      "BLOCKYSIZE=64", "-co", "COMPRESS=DEFLATE"),
    "tiles of 16, DEFLATE": translate("-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co",
                                      "BLOCKYSIZE=16", "-co", "COMPRESS=DEFLATE"),
    "strips of 1 row, DEFLATE": translate("-co", "BLOCKYSIZE=1", "-co", "COMPRESS=DEFLATE"),
    "strips of 16 rows, LZW": translate("-co", "BLOCKYSIZE=16", "-co", "COMPRESS=LZW"),
    "one strip, DEFLATE": translate("-co", "BLOCKYSIZE=6600", "-co", "COMPRESS=DEFLATE"),
    "one strip, not compressed": translate("-co", "BLOCKYSIZE=6600"),
    "COG with overviews": translate("-of", "COG", "-co", "COMPRESS=DEFLATE"),
    "uint16": compressed("DEFLATE", kind="UInt16"),
    "int16, predictor 2": compressed("DEFLATE", "PREDICTOR=2", kind="Int16"),
    "uint32": compressed("DEFLATE", kind="UInt32"),
    "int32": compressed("DEFLATE", kind="Int32"),
    "float32, predictor 3": compressed("DEFLATE", "PREDICTOR=3", kind="Float32"),
    "float64": compressed("DEFLATE", kind="Float64"),
    "mask band": masked,
    "UTM zone 49N": warp("-t_srs", "EPSG:32649", "-r", "near"),
    "Albers": warp("-t_srs", "+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80", "-r", "near"),
    "mosaic of 47 tiles": mosaic,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    folder = options.folder
    made = folder / "layouts"
    made.mkdir(exist_ok=True)
    source = made / "source.tif"
    if not source.exists():
        subprocess.check_call(
            ["gdal_translate", "-q", "-srcwin", "4000", "3000", "9600", "6600", *TILED, "-co",
             "COMPRESS=DEFLATE", folder / "lc30.tif", source])
    head("layout", "× decode", "× decode's CPU", "wall s", "CPU s", "peak MB", "decode s")
    for number, (name, make) in enumerate(LAYOUTS.items()):
        if options.only not in name:
            continue
        suffix = ".vrt" if make is mosaic else ".tif"
        path = made / f"layout{number}{suffix}"
        if not path.exists():
            make(source, path)
        rasters = sorted(made.glob("tile*.tif")) if make is mosaic else [path]
        (ours, theirs), [(wall, cpu)] = in_turn(
            options.runs, tabulate(path), decode(folder, rasters, BANNERS))
        row(name, wall, cpu, ours.wall, ours.cpu, ours.peak, theirs.wall)
    if options.only in "second raster of another grid":
        path = made / "coarse.tif"
        if not path.exists():
            subprocess.check_call(
                ["gdal_translate", "-q", "-r", "average", "-outsize", "2400", "1650", *TILED,
                 folder / "ndvi30.tif", path])
        raster = folder / "lc30.tif"
        (ours, theirs), [(wall, cpu)] = in_turn(
            options.runs, tabulate(raster, "--values", path), decode(folder, [raster, path]))
        row("second raster of another grid", wall, cpu, ours.wall, ours.cpu, ours.peak, theirs.wall)


if __name__ == "__main__":
    main()
