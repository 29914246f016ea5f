# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Lays out the synthetic land of 2015 and lets it change until 2020, by areas that are prescribed.

Where a class lies is decided by ranking a random field and taking cells until the prescribed area
is reached, banner by banner. Classes are CNLUCC codes; 30 stands for grassland until its cover is
known. All areas are km².
"""
import math

import numpy as np

import plan
from fields import blend
from grid import distance, grown

GRASS = 30
BUILT = (51, 52, 53)


class Land:
    """The grid's banners, deserts and cell areas, and the pencil that assigns cells."""

    def __init__(self, seed, banner, desert, km2, desert_km2):
        self.seed = seed
        self.banner = banner          # index of the nearest banner, for every cell
        self.desert = desert          # -1, or the index of the desert
        self.km2 = km2                # area of the cell inside the city
        self.desert_km2 = desert_km2  # and inside its desert
        self.inside = [banner == z for z in range(len(plan.BANNERS))]
        self.fields = {}

    def blend(self, layer, *parts):
        if layer not in self.fields:
            self.fields[layer] = blend(self.seed, layer, *parts)
        return self.fields[layer]

    def pick(self, where, score, area, weight=None):
        """The cells of `where` with the highest score that together have `area`."""
        weight = self.km2 if weight is None else weight
        if area <= 0:
            return np.zeros_like(where)
        cells = np.flatnonzero(where)
        order = cells[np.argsort(-score.ravel()[cells], kind="stable")]
        total = np.cumsum(weight.ravel()[order])
        if total[-1] < area:
            raise SystemExit(f"only {total[-1]:.1f} km2 left where {area:.1f} are wanted")
        last = score.ravel()[order[np.searchsorted(total, area)]]
        return where & (score >= last)


def near(points_by_name, width=1.0):
    """1 at the nearest of the places, falling with distance; `width` is in km."""
    best = None
    for points in points_by_name:
        d = distance(points)
        best = d if best is None else np.minimum(best, d)
    return width / (width + best)


def winding(line, steps=12):
    """The polyline in small bends."""
    out = []
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        for s in range(steps):
            t = s / steps
            bend = 0.07 * math.sin(2.1 * s + 9 * x0) * math.sin(math.pi * t)
            out.append((round(x0 + (x1 - x0) * t + bend * (y1 - y0), 4),
                        round(y0 + (y1 - y0) * t - bend * (x1 - x0), 4)))
    return out + [line[-1]]


def first_year(land, river):
    """Land cover of the first year, and the score of sand's vegetation cover."""
    cover = np.zeros(land.banner.shape, np.uint8)
    fine = land.blend(1, (2, 0.4), (5, 0.6))
    middle = land.blend(2, (6, 0.6), (16, 0.4))
    large = land.blend(3, (20, 0.5), (60, 0.5))
    wet = land.blend(4, (5, 0.5), (14, 0.5))
    river_near = near([river], 6.0)
    streams = [winding(stream) for stream in plan.STREAMS]
    stream_near = near(streams, 1.2)
    town_near = near([[t] for t in plan.TOWNS], 12.0)
    mine_near = near([[m] for m in plan.MINES], 15.0)
    line = np.maximum(near([river], 0.5), near(streams, 0.25))

    def put(code, z, score, area, where=True):
        cover[land.pick((cover == 0) & land.inside[z] & where, score, area)] = code

    for z, banner in enumerate(plan.BANNERS):
        before = plan.areas(banner.name, 2015)
        put(41, z, line + 0.001 * fine, before[41])
        put(42, z, wet + 0.2 * large - 0.6 * river_near, before[42])
        put(43, z, fine + 0.5 * stream_near - 0.5 * river_near, before[43])
        put(46, z, np.maximum(river_near, 0.7 * stream_near) + 0.35 * fine, before[46])
        shore = near_class(cover, (42, 43, 46), 5)
        put(64, z, wet + 0.4 * middle + 0.25 * shore, before[64])
        put(51, z, town_near + 0.30 * middle, before[51])
        put(53, z, mine_near + 0.9 * fine, before[53])
        farm = 1.2 * river_near + 0.25 * stream_near + 0.5 * middle + 0.3 * large
        farm = farm - 0.6 * (land.desert == plan.KUBUQI)
        put(11, z, 1.3 * river_near + 0.3 * middle, before[11])
        put(52, z, 0.55 * farm + fine, before[52])
        put(12, z, farm, before[12])
        for code, score in ((62, large + 0.4 * middle), (63, wet + 0.3 * large),
                            (65, fine + large), (66, large + 0.3 * fine)):
            put(code, z, score, before[code], land.desert < 0)

    # Sand lies in dune fields; the more open it is, the more it moves.
    dunes = land.blend(5, (9, 0.5), (28, 0.5))
    growth = land.blend(6, (4, 0.35), (12, 0.35), (40, 0.3))
    state = np.zeros_like(cover)
    for sand in plan.SANDS:
        place = land.inside[sand.zone] & (land.desert == sand.desert) & (land.desert_km2 > 0)
        weight = land.desert_km2
        total = sand.mobile + sand.semi + sand.fixed
        here = land.pick((cover == 0) & place, dunes - 0.3 * growth, total, weight)
        cover[here] = 61
        mobile = land.pick(here, -growth, sand.mobile, weight)
        semi = land.pick(here & ~mobile, -growth, sand.semi, weight)
        state[here] = 3
        state[semi] = 2
        state[mobile] = 1

    trees = land.blend(7, (3, 0.6), (10, 0.4))
    shrub = land.blend(8, (3, 0.3), (8, 0.4), (24, 0.3))
    dry = land.desert == plan.KUBUQI
    for z, banner in enumerate(plan.BANNERS):
        before = plan.areas(banner.name, 2015)
        put(21, z, trees + 0.25 * river_near + 0.2 * town_near + 0.15 * stream_near, before[21])
        put(23, z, trees + 0.5 * fine, before[23])
        put(24, z, fine + 0.5 * shrub, before[24])
        put(22, z, shrub - 0.04 * dry, before[22])
    cover[cover == 0] = GRASS
    return cover, state


def near_class(cover, codes, steps):
    """1 beside the classes, falling to 0 after `steps` cells."""
    reached = np.isin(cover, codes)
    score = reached.astype(np.float64)
    for i in range(steps):
        reached = grown(reached)
        score = np.maximum(score, reached * (1 - (i + 1) / (steps + 1)))
    return score


def second_year(land, before, state_before):
    """Land cover and sand states five years on, by the plan's flows."""
    cover, state = before.copy(), state_before.copy()
    free = np.ones(cover.shape, bool)  # a cell changes once
    young = np.zeros(cover.shape, bool)
    luck = land.blend(11, (3, 0.5), (9, 0.5))
    effort = land.blend(12, (5, 0.4), (18, 0.6))
    town = near([[t] for t in plan.TOWNS], 12.0) + near([[m] for m in plan.MINES], 8.0)

    def move(where, score, area, code, weight=None):
        cells = land.pick(free & where, score, area, weight)
        cover[cells] = code
        free[cells] = False
        return cells

    for sand in plan.SANDS:
        place = land.inside[sand.zone] & (land.desert == sand.desert) & (land.desert_km2 > 0)
        open_sand = place & ((state == 1) | (state == 2))
        weight = land.desert_km2
        treated = sand.treated
        for code, share in sand.becomes.items():
            cells = move(open_sand, effort + 0.15 * (state_before == 2), treated * share, code,
                         weight)
            state[cells] = 3 if code == 61 else 0
            young |= cells & (cover != 61)
        cells = move(open_sand & free, town, sand.to_built, 53, weight)
        state[cells] = 0
        rest = place & free & (state_before == 1)
        cells = move(rest, effort, sand.mobile_to_semi, 61, weight)
        state[cells] = 2
        for old, area, new in ((3, sand.fixed_to_semi, 2), (2, sand.semi_to_mobile, 1)):
            cells = move(place & free & (state_before == old), -effort, area, 61, weight)
            state[cells] = new

    for z, banner in enumerate(plan.BANNERS):
        for (old, new), area in plan.flows(banner.name).items():
            score = town + 0.4 * luck if new in BUILT else luck
            if (old, new) == (GRASS, 64):
                score = luck + near_class(before, (64,), 4)
            cells = move(land.inside[z] & (before == old), score, area, new)
            young |= cells & np.isin(new, (21, 22, GRASS))
    return cover, state, young
