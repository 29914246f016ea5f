# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What the synthetic land looks like to instruments: NDVI, stand volume, grassland types."""
import numpy as np

import plan
from grid import centres
from landscape import GRASS

NDVI_NODATA = -3000
VOLUME_NODATA = 255
SOIL, CANOPY = 0.04, 0.91  # end members of the dimidiate pixel model
# Thresholds of cover as digital numbers (NDVI · 10⁴): c = 0.10 is 1270, c = 0.30 is 3010.
SPARSE, CLOSED = 1270, 3010

# NDVI · 10⁴ of each class, from poor to lush, in 2020.
RANGES = {
    11: (6400, 8400), 12: (5800, 8300), 21: (5600, 8200), 22: (4800, 7700), 23: (4000, 6200),
    24: (3600, 6000), 41: (-1500, 100), 42: (-1800, 0), 43: (-1500, 0), 46: (1500, 4300),
    64: (4300, 7700), 51: (900, 2700), 52: (1600, 3600), 53: (600, 1900), 62: (500, 1150),
    63: (400, 1150), 65: (600, 1240), 66: (500, 1200),
}
SAND = {1: (700, 1299), 2: (1300, 2999), 3: (3000, 4199)}
GRASS_COVER = {2015: 0.656, 2020: 0.692}  # mean cover of grassland that the offset is set for


def quantised(dn):
    """Steps of 0.01 NDVI on odd halves, so that no value lies on a threshold of cover."""
    return (np.floor(dn / 100) * 100 + 50).astype(np.int16)


def cover_of(dn):
    """Fractional vegetation cover 0…1 of NDVI · 10⁴."""
    return np.clip((dn * 1e-4 - SOIL) / (CANOPY - SOIL), 0.0, 1.0)


def ndvi(land, year, cover, state, young):
    """Peak-season NDVI · 10⁴, and the land cover with its grass split by cover (31, 32, 33)."""
    smooth = land.blend(21, (3, 0.3), (10, 0.35), (40, 0.35))
    lush = np.clip(0.5 + (smooth - 0.5) * 2.0, 0, 1)
    east = np.clip((centres()[0] - 106.5) / 4.9, 0, 1)[None, :] * np.ones((land.km2.shape[0], 1))
    weather = land.blend(22 + (year - 2015), (30, 1.0)) - 0.5
    shift = (0 if year == 2020 else -200) + 500 * weather

    dn = np.zeros(cover.shape)
    for code, (low, high) in RANGES.items():
        here = cover == code
        dn[here] = low + (high - low) * lush[here]
        if low > CLOSED:
            dn[here] += np.maximum(shift[here], low - dn[here] - 300)
    open_sand = cover == 61
    growth = land.blend(6, (4, 0.35), (12, 0.35), (40, 0.3))
    for which, (low, high) in SAND.items():
        here = open_sand & (state == which)
        if here.any():
            g = growth[here]
            dn[here] = low + (high - low) * (g - g.min()) / (g.max() - g.min())

    grass = cover == GRASS
    sown = grass & young
    desert = np.where(land.desert == plan.KUBUQI, 900, np.where(land.desert == plan.MU_US, 150, 0))
    relief = 3600 * (lush - 0.5) + 1900 * (east - 0.5) - desert + shift
    early = 1500 + 1700 * lush

    def grassland(offset):
        return quantised(np.where(sown, early, np.clip(offset + relief, 1060, 8690)))

    low, high = 2000, 10000
    weight = land.km2[grass]
    while high - low > 1:
        offset = (low + high) // 2
        mean = (cover_of(grassland(offset)[grass]) * weight).sum() / weight.sum()
        low, high = (offset, high) if mean < GRASS_COVER[year] else (low, offset)
    dn = np.where(grass, grassland(low), quantised(dn)).astype(np.int16)

    split = cover.copy()
    c = cover_of(dn)
    split[grass] = np.where(c[grass] >= 0.5, 31, np.where(c[grass] >= 0.2, 32, 33))
    # A few clouds that never parted, away from sand.
    clouds = land.blend(31 + (year - 2015), (3, 1.0))
    clear = (land.desert < 0) & ~np.isin(split, (61, 62, 63, 65, 66))
    dn[land.pick(clear, clouds, 40.0 if year == 2015 else 28.0)] = NDVI_NODATA
    return dn, split


def volume(land, year, cover):
    """Stand volume, whole m³/ha: trees 8…80, open woodland 2…7, none elsewhere."""
    vigour = land.blend(41, (3, 0.5), (12, 0.5))
    vigour = np.clip(0.5 + (vigour - 0.5) * 2.0, 0, 1)
    total = {2015: 8.72e6, 2020: 9.318e6}[year]  # m³ in the city
    hectares = land.km2 * 100
    trees, open_wood = cover == 21, cover == 23
    low, high = 0.0, 200.0
    for _ in range(40):
        scale = (low + high) / 2
        v = np.where(trees, np.clip(np.rint(4 + scale * vigour), 8, 80), 0)
        v = np.where(open_wood, np.rint(2 + 5 * vigour), v)
        low, high = (scale, high) if (v * hectares).sum() < total else (low, scale)
    return v.astype(np.uint8)


def grassland_types(land):
    """The type of grassland that a site bears: see TYPES."""
    lon, lat = centres()
    east = (lon[None, :] - 106.5) / 4.9 + 0.12 * (lat[:, None] - 39.3) * -1
    wander = land.blend(51, (16, 0.4), (50, 0.6)) - 0.5
    site = east + 0.8 * wander
    kind = np.full(land.km2.shape, 3, np.uint8)
    kind[site < 0.24] = 4
    kind[site > 0.60] = 2
    kind[site > 1.02] = 1
    kind[land.desert >= 0] = 6
    damp = land.blend(4, (5, 0.5), (14, 0.5)) + 0.25 * wander
    kind[damp > 0.66] = 5
    return kind


TYPES = [
    (1, "草甸草原", "meadow steppe", "4C9A2A"), (2, "典型草原", "typical steppe", "8DB84A"),
    (3, "荒漠草原", "desert steppe", "C9CF7A"), (4, "草原化荒漠", "steppe desert", "E3D3A3"),
    (5, "低地草甸", "lowland meadow", "3FA7A0"), (6, "沙地植被", "sandy-land vegetation", "DDB967"),
]
