# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Measures the synthetic survey: exact coverage of every cell times its ellipsoidal area.

The sums are correctly rounded (math.fsum); the city's are the sums of the banners' terms.
"""
import csv
import math

import numpy as np

import plan
from signals import CLOSED, NDVI_NODATA, SPARSE, TYPES, cover_of

CATEGORY = {
    "cropland": (11, 12), "forest": (21,), "special_shrub": (22,), "other_wood": (23, 24),
    "grassland": (31, 32, 33), "water": (41, 42, 43), "wetland": (45, 46, 64),
    "built": (51, 52, 53), "sand_bare": (61, 62, 63, 65, 66, 67), "snow_ice": (44,),
}
VEGETATED = ("forest", "special_shrub", "other_wood", "grassland", "cropland", "wetland")
MU = 2000 / 3          # m² of one 亩
CITY = ("all", "鄂尔多斯市")
MOBILE, SEMI, FIXED, GREEN, OTHER, UNKNOWN = range(6)
STATES = ("mobile", "semi_fixed", "fixed", "vegetated", "other", "unknown")


def is_a(cover, *categories):
    return np.isin(cover, [code for c in categories for code in CATEGORY[c]])


def sand_state(cover, dn):
    """mobile, semi_fixed, fixed, vegetated, other or unknown, of each cell."""
    state = np.full(cover.shape, OTHER, np.uint8)
    state[is_a(cover, *VEGETATED)] = GREEN
    sand = is_a(cover, "sand_bare")
    state[sand & (dn >= CLOSED)] = FIXED
    state[sand & (dn < CLOSED)] = SEMI
    state[sand & (dn < SPARSE)] = MOBILE
    state[sand & (dn == NDVI_NODATA)] = UNKNOWN
    return state


class Tally:
    """Exact sums over the cells of each zone; `zones` is [(id, name, m² of each cell)]."""

    def __init__(self, zones):
        self.zones = []
        for key, name, area in zones:
            cells = np.flatnonzero(area)
            self.zones.append((key, name, cells, area.ravel()[cells]))

    def sums(self, values, where=None):
        """[(id, name, sum of area · values over the cells of `where`)], the city last."""
        rows, everything = [], []
        for key, name, cells, area in self.zones:
            part = area * values.ravel()[cells] if values is not None else area
            if where is not None:
                part = part[where.ravel()[cells]]
            rows.append((key, name, math.fsum(part)))
            everything.append(part)
        return rows + [(*CITY, math.fsum(np.concatenate(everything)))]


def ratios(rows, year, indicator, top, bottom, scale=100.0, unit="percent"):
    """Rows numerator / denominator; zones whose denominator is empty have none."""
    for (key, name, a), (_, _, b) in zip(top, bottom):
        if b > 0:
            rows.append((year, key, name, indicator, a / b * scale, unit, a, b))


def amounts(rows, year, indicator, top, divisor, unit):
    rows += [(year, key, name, indicator, a / divisor, unit, a, "") for key, name, a in top]


def indicators(year, tally, cover, dn, volume, small):
    """The indicators that one year allows; `small` are patches of wetland below 8 ha."""
    rows = []
    land = tally.sums(None)
    forest = tally.sums(None, is_a(cover, "forest", "special_shrub"))
    ratios(rows, year, "forest_coverage", forest, land)
    ratios(rows, year, "forest_coverage_no_special_shrub",
           tally.sums(None, is_a(cover, "forest")), land)
    # Every shrub here is special, so 林木绿化率 has the same numerator.
    ratios(rows, year, "greening", forest, land)
    amounts(rows, year, "forest_area", forest, 1e4 * MU, "wan_mu")
    amounts(rows, year, "standing_volume", tally.sums(volume / 1e4), 1e4, "wan_m3")
    amounts(rows, year, "forest_volume",
            tally.sums(volume / 1e4, is_a(cover, "forest")), 1e4, "wan_m3")
    seen = dn != NDVI_NODATA
    fvc = cover_of(dn)
    grass = is_a(cover, "grassland") & seen
    ratios(rows, year, "grassland_cover", tally.sums(fvc, grass), tally.sums(None, grass))
    ratios(rows, year, "vegetated_share", tally.sums(None, seen & (dn >= SPARSE)), land)
    ratios(rows, year, "ndvi_missing", tally.sums(None, ~seen), land)
    amounts(rows, year, "wetland_area",
            tally.sums(None, is_a(cover, "wetland", "water") & ~small), 1e4 * MU, "wan_mu")
    amounts(rows, year, "wetland_area_sandiao00", tally.sums(None, is_a(cover, "wetland")),
            1e4 * MU, "wan_mu")
    amounts(rows, year, "cropland", tally.sums(None, is_a(cover, "cropland")), 1e4 * MU, "wan_mu")
    return rows


def desert(name, years, base, now, tally):
    """Treatment ratios of one desert between two years, and the matrix of states."""
    rows, matrix = [], []
    last = years[1]
    region = tally.sums(None)
    open_sand = base <= SEMI
    start = tally.sums(None, open_sand)
    done = (now == FIXED) | (now == GREEN)
    ratios(rows, last, f"desert_{name}", tally.sums(None, open_sand & done), start)
    for year, state in zip(years, (base, now)):
        ratios(rows, year, f"desert_{name}_state",
               tally.sums(None, (state == FIXED) | (state == GREEN)), region)
    better = open_sand & (now > base) & (now <= GREEN)
    ratios(rows, last, f"desert_{name}_step", tally.sums(None, better), start)
    worse = ((base == FIXED) & (now <= SEMI)) | ((base == SEMI) & (now == MOBILE))
    amounts(rows, last, f"desert_{name}_relapse", tally.sums(None, worse), 1e6, "km2")
    for i, before in enumerate(STATES):
        for j, after in enumerate(STATES):
            here = (base == i) & (now == j)
            matrix += [(name, key, zone, before, after, a)
                       for key, zone, a in tally.sums(None, here) if a > 0]
    return rows, matrix


def classes(year, tally, cover, row_area):
    """Area and fractional cell count of each class and zone."""
    rows = []
    cells = np.broadcast_to((1 / row_area)[:, None], cover.shape)
    for code in np.unique(cover):
        here = cover == code
        for (key, name, area), (_, _, count) in zip(
                tally.sums(None, here), tally.sums(cells, here)):
            if area > 0:
                rows.append((year, key, name, int(code), area, count))
    return rows


def grassland(year, tally, cover, dn, kinds):
    """Area and mean cover of grassland by type and zone."""
    rows = []
    grass = is_a(cover, "grassland") & (dn != NDVI_NODATA)
    fvc = cover_of(dn)
    for code, zh, _, _ in TYPES:
        here = grass & (kinds == code)
        for (key, name, area), (_, _, green) in zip(
                tally.sums(None, here), tally.sums(fvc, here)):
            if area > 0:
                rows.append((year, key, name, code, zh, area, green / area))
    return rows


def write(path, header, rows):
    """A CSV whose numbers read back to the same double."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[repr(float(v)) if isinstance(v, float) else v for v in r] for r in rows])
