#!/usr/bin/env python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Makes up twenty years of NDVI, two land covers and soil units, and judges them with numpy by SDG 15.3.1.

    degradation_oracle.py FOLDER

Writes ndvi_2001.tif … ndvi_2020.tif, lc_2001.tif, lc_2020.tif (CLCD), units.tif, and what `steppe degradation
--show` should write of them: productivity.tif, land_cover.tif, soil_carbon.tif, degradation.tif.
"""
import pathlib
import sys

import numpy as np
import rasterio
from rasterio.transform import from_origin

HEIGHT, WIDTH, YEARS, TARGET = 120, 160, 20, 3
NODATA = -32768
# Critical |S| of Mann and Kendall for 20 years: 90, 95 and 99 %.
CRITICAL = 40, 50, 76
# CLCD to tree, grass, crop, wetland, artificial, other, water.
CLASSES = {1: 2, 2: 0, 4: 1, 5: 6, 7: 5, 8: 4, 9: 3}
WATER = 6
MATRIX = np.array([
    [0, -1, -1, -1, -1, -1, 0], [1, 0, 1, -1, -1, -1, 0], [1, -1, 0, -1, -1, -1, 0],
    [-1, -1, -1, 0, -1, -1, 0], [1, 1, 1, 1, 0, 1, 0], [1, 1, 1, 1, -1, 0, 0], [0] * 7])
F = 0.8
FACTORS = np.array([
    [1, 1, F, 1, 0.1, 0.1, 1], [1, 1, F, 1, 0.1, 0.1, 1], [1 / F, 1 / F, 1, 1 / 0.71, 0.1, 0.1, 1],
    [1, 1, 0.71, 1, 0.1, 0.1, 1], [2, 2, 2, 2, 1, 1, 1], [2, 2, 2, 2, 1, 1, 1], [1] * 7])


def made_up(random):
    start = random.integers(600, 6000, (HEIGHT, WIDTH))
    drift = random.normal(0, 25, (HEIGHT, WIDTH))
    years = [start + drift * year + random.normal(0, 150, (HEIGHT, WIDTH)) for year in range(YEARS)]
    ndvi = np.clip(np.stack(years), -1500, 9500).round()
    ndvi[random.random(ndvi.shape) < 0.001] = np.nan
    codes = np.array([0, *CLASSES])
    before = random.choice(codes, (HEIGHT, WIDTH))
    stays = random.random((HEIGHT, WIDTH)) < 0.7
    after = np.where(stays, before, random.choice(codes, (HEIGHT, WIDTH)))
    return ndvi, before, after, random.integers(1, 5, (HEIGHT, WIDTH))


def trajectory(ndvi):
    s = sum(np.sign(ndvi[b] - ndvi[a]) for b in range(YEARS) for a in range(b))
    years = np.arange(YEARS) - (YEARS - 1) / 2
    slope = np.tensordot(years, ndvi, 1) / (years ** 2).sum()
    level = sum((np.abs(s) >= critical).astype(int) for critical in CRITICAL)
    level[(np.abs(s) <= CRITICAL[0]) | (np.abs(slope) <= 10)] = 0
    return np.where(level >= 2, np.sign(slope), 0)


def state(ndvi):
    base, now = ndvi[:-TARGET], ndvi[-TARGET:].mean(0)
    low, high = base.min(0), base.max(0)
    spread = np.concatenate([base, [low - 0.05 * (high - low)], [high + 0.05 * (high - low)]])
    deciles = np.percentile(spread, range(10, 100, 10), axis=0)
    change = (deciles < now).sum(0) - (deciles < base.mean(0)).sum(0)
    change[np.abs(now - base.mean(0)) <= 100] = 0
    return np.where(change <= -2, -1, np.where(change >= 2, 1, 0))


def performance(mean, unit, valid):
    result = np.zeros(mean.shape)
    for one in np.unique(unit[valid]):
        pixels = valid & (unit == one)
        best = np.percentile(np.round(mean[pixels]), 90)
        result[pixels & (mean / best <= 0.5)] = -1
    return result


def productivity(ndvi, unit, valid):
    t, s, p = trajectory(ndvi), state(ndvi), performance(ndvi.mean(0), unit, valid)
    classes = np.select([t == -1, t == 0, t == 1], [1, 4, 5])
    classes[(t == 0) & (s == 0) & (p == -1)] = 3
    classes[(t == 1) & (s == -1) & (p == -1)] = 2
    classes[(t == 0) & (s == -1) & (p == 0)] = 2
    classes[(t == 0) & (s == -1) & (p == -1)] = 1
    return np.where(valid, np.select([classes <= 2, classes <= 4], [-1, 0], 1), NODATA)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    ndvi, before, after, soil = made_up(np.random.default_rng(7))
    nest = np.vectorize(lambda code: CLASSES.get(code, -1))
    one, two = nest(before), nest(after)
    known = (one >= 0) & (two >= 0) & (one != WATER) & (two != WATER)
    dry = (one >= 0) & (one != WATER) & (two != WATER)
    valid = dry & ~np.isnan(ndvi).any(0)
    change = (FACTORS - 1) * (YEARS - 1) / 20
    carbon = np.where(change <= -0.1 + 1e-12, -1, np.where(change >= 0.1 - 1e-12, 1, 0))
    found = {
        "productivity": productivity(ndvi, one * 8 + soil, valid),
        "land_cover": np.where(known, MATRIX[one, two], NODATA),
        "soil_carbon": np.where(known, carbon[one, two], NODATA),
    }
    all_three = np.stack(list(found.values()))
    p, cover, soil_carbon = all_three
    together = np.where(
        (p == 1) | (p == 0) & ((cover == 1) | (soil_carbon == 1)), 1, 0)
    together[(all_three == -1).any(0)] = -1
    together[(all_three == NODATA).any(0)] = NODATA
    found["degradation"] = together

    def write(name, pixels, kind, nodata):
        with rasterio.open(
                folder / f"{name}.tif", "w", driver="GTiff", width=WIDTH, height=HEIGHT, count=1, dtype=kind,
                nodata=nodata, crs="EPSG:4490", transform=from_origin(108, 40, 0.01, 0.01)) as file:
            file.write(pixels.astype(kind), 1)

    for year in range(YEARS):
        write(f"ndvi_{2001 + year}", np.nan_to_num(ndvi[year], nan=-3000), "int16", -3000)
    write("lc_2001", before, "uint8", 0)
    write("lc_2020", after, "uint8", 0)
    write("units", soil, "uint8", 0)
    for name, pixels in found.items():
        write(name, pixels, "int16", NODATA)


main()
