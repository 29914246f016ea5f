#!/usr/bin/env python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Holds `steppe change` of two upright rasters on one geographic grid against numpy and `steppe tabulate`.

    change_oracle.py BEFORE AFTER --steppe .build/release/steppe [--zones ZONES --zone-id FIELD]

Without zones, every transition's area is worked out with numpy from counts by row and PROJ's areas of
cells. With or without them, what each class has before and after must be the very digits that `tabulate`
prints of either year. Ends with 1 where either fails.
"""
import argparse
import csv
import io
import subprocess
import sys

import numpy as np
import pyproj
import rasterio

from tabulate_oracle import row_areas


def steppe(program, *arguments):
    text = subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(io.StringIO(text)))


def crosstab(before, after):
    """{(before, after): m²}, nodata under its own name."""
    with rasterio.open(before) as one, rasterio.open(after) as two:
        if one.transform != two.transform or one.shape != two.shape:
            sys.exit(f"{before} and {after} do not have one grid")
        areas = row_areas(pyproj.CRS(one.crs), one.transform, np.arange(one.height), "equal-area")
        a, b, empty = one.read(1), two.read(1), (one.nodata, two.nodata)
    sums = {}
    for row in range(a.shape[0]):
        pairs, counts = np.unique(
            a[row].astype(np.int64) << 32 | b[row].astype(np.int64), return_counts=True)
        for pair, count in zip(pairs, counts):
            codes = (int(pair) >> 32, int(pair) & 0xFFFFFFFF)
            key = tuple("nodata" if code == none else str(code) for code, none in zip(codes, empty))
            sums[key] = sums.get(key, 0.0) + count * areas[row]
    return sums


def main():
    options = argparse.ArgumentParser()
    options.add_argument("before")
    options.add_argument("after")
    options.add_argument("--steppe", default=".build/release/steppe")
    options.add_argument("--zones")
    options.add_argument("--zone-id")
    given = options.parse_args()
    zones = ["--zones", given.zones, "--zone-id", given.zone_id] if given.zones else []
    years = (given.before, given.after)
    fails = 0
    if not zones:
        wanted = crosstab(*years)
        found = {(row["before"], row["after"]): float(row["area_m2"])
                 for row in steppe(given.steppe, "change", *years)}
        worst = max(abs(found.get(key, 0.0) - area) / area for key, area in wanted.items())
        print(f"{len(wanted)} transitions, {len(found)} found, largest relative difference {worst:.2e}")
        fails += worst > 1e-9 or set(found) != set(wanted)
    summary = steppe(given.steppe, "change", *years, "--summary", *zones)
    for year, column in zip(years, ("before_m2", "after_m2")):
        own = {(row["zone"], row["class"]): row["area_m2"]
               for row in steppe(given.steppe, "tabulate", year, *zones)}
        sums = {(row["zone"], row["class"]): row[column]
                for row in summary if float(row[column]) != 0}
        differ = [key for key in set(own) | set(sums) if own.get(key) != sums.get(key)]
        print(f"{year}: {len(own)} areas by zone and class, {len(differ)} differ in any digit")
        fails += bool(differ)
    sys.exit(1 if fails else 0)


if __name__ == "__main__":
    main()
